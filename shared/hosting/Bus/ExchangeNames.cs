using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Names the exchanges of messages and of their faults as <see cref="Topology"/> does; what is not a contract keeps MassTransit's name.</summary>
internal sealed class ExchangeNames(IEntityNameFormatter fallback) : IEntityNameFormatter
{
    public string FormatEntityName<T>()
    {
        var name = typeof(T) is { IsGenericType: true } fault && fault.GetGenericTypeDefinition() == typeof(Fault<>)
            ? Topology.FaultExchangeOf(fault.GetGenericArguments()[0])
            : Topology.ExchangeOf(typeof(T));
        return name ?? fallback.FormatEntityName<T>();
    }
}
