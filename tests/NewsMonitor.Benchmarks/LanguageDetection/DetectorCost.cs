using System.Diagnostics;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Times and memory of the detector, in this process.</summary>
internal static class DetectorCost
{
    /// <summary>Processor time per text, in microseconds: one thread, after warming up, the best of three measurements; what else the machine does slows them down.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="rounds">How often all of them are detected in a measurement.</param>
    /// <param name="detect">What is measured.</param>
    public static double CpuPerText(IReadOnlyList<string> texts, int rounds, Action<string> detect)
    {
        const int Measurements = 3;
        Repeat(texts, rounds, detect);
        var best = double.PositiveInfinity;
        for (var measurement = 0; measurement < Measurements; measurement++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Repeat(texts, rounds, detect);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / rounds / texts.Count);
        }
        return best;
    }

    private static void Repeat(IReadOnlyList<string> texts, int rounds, Action<string> detect)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var text in texts)
                detect(text);
        }
    }

    /// <summary>Bytes allocated per text on this thread, after a first round.</summary>
    public static double AllocatedPerText(ModelDetector detector, string[] texts)
    {
        foreach (var text in texts)
            detector.Decide(text, "", null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            detector.Decide(text, "", null);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / texts.Length;
    }

    /// <summary>Detects random texts, and ends with an exception if one brings any; the longest time for one.</summary>
    public static TimeSpan Survive(ModelDetector detector, int count)
    {
        var random = new Random(3);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            var text = RandomText.Next(random);
            var start = Stopwatch.GetTimestamp();
            detector.Detect(i % 2 == 0 ? text : "", i % 2 == 0 ? "" : text, null);
            var elapsed = Stopwatch.GetElapsedTime(start);
            slowest = elapsed > slowest ? elapsed : slowest;
        }
        return slowest;
    }
}
