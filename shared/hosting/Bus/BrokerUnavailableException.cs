namespace NewsMonitor.Hosting.Bus;

/// <summary>The broker did not confirm a message in time. The message may still arrive; sending it again is harmless.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What the transport said.</param>
public sealed class BrokerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
