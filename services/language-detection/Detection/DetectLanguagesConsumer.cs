using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Names the language of each ingested article.</summary>
internal sealed class DetectLanguagesConsumer(ILanguageDetector detector, ILogger<DetectLanguagesConsumer> logger) : IConsumer<ArticlesIngested>
{
    public Task Consume(ConsumeContext<ArticlesIngested> context) =>
        context.ConsumeOrSplitAsync(context.Message.Items, article => new ArticlesIngested([article]), async cancellationToken =>
        {
            var detected = context.Message.Items.Select(Detect).ToArray();
            await context.PublishConfirmedAsync(new ArticleLanguagesDetected(detected), cancellationToken);
        });

    private LanguageDetectedArticle Detect(IngestedArticle article)
    {
        var language = detector.Detect(article.Title, article.Text, article.DeclaredLanguage);
        Log.LanguageDetected(logger, article.Id, language.Tag, language.Confidence);
        return new LanguageDetectedArticle(article, language);
    }
}
