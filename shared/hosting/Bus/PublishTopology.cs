using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Hosting.Bus;

/// <summary>
/// What a publisher declares before it publishes: the queues directly downstream, so that one which starts before all consumers
/// loses nothing. Declared only by processes that do publish the message.
/// </summary>
internal static class PublishTopology
{
    public static void UseDownstreamQueues(this IRabbitMqBusFactoryConfigurator bus)
    {
        bus.Publish<ArticlesIngested>(message => Bind(message, Topology.IngestedArticles));
        bus.Publish<ArticleLanguagesDetected>(message => Bind(message, Topology.LanguageDetectedArticles));
        bus.Publish<ArticlesTagged>(message => Bind(message, Topology.TaggedArticles, Topology.AnsweredArticles));
        bus.Publish<ArticlesAlerted>(message => Bind(message, Topology.AlertedArticles));
        bus.Publish<Fault<ArticlesIngested>>(message => Bind(message, Topology.FailedIngestedArticles));
        bus.Publish<Fault<ArticleLanguagesDetected>>(message => Bind(message, Topology.FailedIngestedArticles));
        bus.Publish<Fault<ArticlesTagged>>(message => Bind(message, Topology.FailedTaggedArticles));
        // Nobody consumes the base of all faults.
        bus.Publish<Fault>(message => message.Exclude = true);
        // A pipeline event that reaches no queue would otherwise be confirmed and dropped.
        bus.ConfigurePublish(publish => publish.UseExecute(context => context.Mandatory = IsPipelineEvent(context)));
    }

    // Bound straight to the message's exchange. The consumer binds its queue once more through an exchange of the queue's name;
    // the broker delivers one copy to a queue, whichever ways lead there.
    private static void Bind<T>(IRabbitMqMessagePublishTopologyConfigurator<T> message, params string[] queues)
        where T : class
    {
        foreach (var queue in queues)
            message.BindQueue(message.Exchange.ExchangeName, queue, binding => binding.SetQuorumQueue());
    }

    private static bool IsPipelineEvent(PublishContext context) =>
        context is PublishContext<ArticlesIngested> or PublishContext<ArticleLanguagesDetected> or PublishContext<ArticlesTagged> or PublishContext<ArticlesAlerted>;
}
