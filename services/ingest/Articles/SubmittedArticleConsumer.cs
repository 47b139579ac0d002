using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Takes articles from the bus, and tells the sender what became of them when it left a reply address.</summary>
internal sealed class SubmittedArticleConsumer(AcceptArticle accept) : IConsumer<ArticleSubmitted>
{
    public async Task Consume(ConsumeContext<ArticleSubmitted> context)
    {
        var outcome = await accept.AcceptAsync([context.Message], context.CancellationToken);
        if (context.ResponseAddress is not null)
            await context.RespondAsync(outcome[0].Result);
    }
}
