using MassTransit;
using NewsMonitor.Contracts;

namespace NewsMonitor.Hosting.Bus;

/// <summary>Names the exchanges as <see cref="Topology"/> does; what is not a contract (faults) keeps MassTransit's name.</summary>
internal sealed class ExchangeNames(IEntityNameFormatter fallback) : IEntityNameFormatter
{
    public string FormatEntityName<T>() => Topology.ExchangeOf(typeof(T)) ?? fallback.FormatEntityName<T>();
}
