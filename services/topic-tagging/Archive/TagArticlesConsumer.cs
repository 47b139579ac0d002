using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;

namespace NewsMonitor.TopicTagging.Archive;

/// <summary>Tags articles and tells ingest and alerting, whether the result is new or was stored before.</summary>
internal sealed class TagArticlesConsumer(TagArticles tagging) : IConsumer<ArticleLanguagesDetected>
{
    public Task Consume(ConsumeContext<ArticleLanguagesDetected> context) =>
        context.ConsumeOrSplitAsync(context.Message.Items, article => new ArticleLanguagesDetected([article]), async cancellationToken =>
        {
            var tagged = await tagging.TagAsync(context.Message.Items, cancellationToken);
            await context.PublishConfirmedAsync(new ArticlesTagged(tagged), cancellationToken);
        });
}
