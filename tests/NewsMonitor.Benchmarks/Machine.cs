using System.Runtime.InteropServices;

namespace NewsMonitor.Benchmarks;

/// <summary>The machine that figures come from.</summary>
internal static class Machine
{
    /// <summary>Cores, processor, system and runtime.</summary>
    public static string Description => $"{Environment.ProcessorCount} cores ({Processor}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string Processor =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? RuntimeInformation.ProcessArchitecture.ToString()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
