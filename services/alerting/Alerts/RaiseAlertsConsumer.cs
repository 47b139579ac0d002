using MassTransit;
using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Bus;
using ArticleVersion = NewsMonitor.Contracts.ArticleVersion;

namespace NewsMonitor.Alerting.Alerts;

/// <summary>Raises the alerts that tagged articles call for, and tells topic-tagging that they are stored.</summary>
internal sealed class RaiseAlertsConsumer(RaiseAlerts alerts) : IConsumer<ArticlesTagged>
{
    public Task Consume(ConsumeContext<ArticlesTagged> context) =>
        context.ConsumeOrSplitAsync(context.Message.Items, article => new ArticlesTagged([article]), async cancellationToken =>
        {
            await alerts.RaiseAsync(context.Message.Items, cancellationToken);
            await context.PublishConfirmedAsync(new ArticlesAlerted([.. context.Message.Items.Select(article => new ArticleVersion(article.Id, article.Version))]), cancellationToken);
        });
}
