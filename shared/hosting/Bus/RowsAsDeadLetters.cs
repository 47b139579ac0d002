using Microsoft.Extensions.DependencyInjection;

namespace NewsMonitor.Hosting.Bus;

/// <summary>With the in-memory bus messages die with the process, so the failed rows are the dead letters.</summary>
internal sealed class RowsAsDeadLetters(IServiceScopeFactory scopes) : IDeadLetters
{
    public async Task<IReadOnlyList<QueueState>> ReadQueuesAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var states = new List<QueueState>();
        foreach (var queue in queues)
        {
            // A row stands for the queue of its first step; which step failed is in its reason.
            var rows = scope.ServiceProvider.GetServices<IUnansweredRows>().FirstOrDefault(stage => stage.QueuesToAnswer[0] == queue);
            var backlog = rows is null ? null : await rows.ReadBacklogAsync(cancellationToken);
            states.Add(new QueueState(queue, null, null, backlog?.Failed ?? 0));
        }
        return states;
    }

    public async Task<int> RedriveAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetServices<IUnansweredRows>().FirstOrDefault(stage => stage.QueuesToAnswer.Contains(queue));
        return rows is null ? 0 : await rows.RedriveAsync(limit, cancellationToken);
    }
}
