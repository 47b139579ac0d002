using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Takes articles from the bus, and tells the sender what became of them when it left a reply address.</summary>
internal sealed class SubmittedArticleConsumer(AcceptArticle accept, SubmissionReply reply) : IConsumer<ArticleSubmitted>, IConsumer<RefusedSubmission>
{
    public async Task Consume(ConsumeContext<ArticleSubmitted> context)
    {
        var outcome = await accept.AcceptAsync([context.Message], context.CancellationToken);
        await reply.SendAsync(context, outcome[0].Result);
    }

    public async Task Consume(ConsumeContext<RefusedSubmission> context)
    {
        await accept.RefuseAsync(context.Message.Error, context.CancellationToken);
        await reply.SendAsync(context, new SubmissionResult(null, null, false, null, [context.Message.Error]));
    }
}
