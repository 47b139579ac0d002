using System.Diagnostics;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>What our detector costs in a process that has loaded nothing else.</summary>
/// <param name="Ready">From nothing to the first answer.</param>
/// <param name="ReadyProcessor">Processor time of the same.</param>
/// <param name="Strings">How many random strings were answered.</param>
/// <param name="MicrosecondsPerString">Processor time for one, its making included.</param>
/// <param name="Slowest">The longest time for one, whatever else the machine did.</param>
internal sealed record OwnCost(TimeSpan Ready, TimeSpan ReadyProcessor, int Strings, double MicrosecondsPerString, TimeSpan Slowest)
{
    /// <summary>Measures; to be called first.</summary>
    public static OwnCost Measure(int strings, out ModelDetector detector, out LanguageModel model)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        model = LanguageModel.Load();
        detector = new ModelDetector(model);
        detector.Detect("The model is read when it is first used.", "", null);
        var (ready, readyProcessor) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        processor = Environment.CpuUsage.TotalTime;
        var slowest = DetectorCost.Survive(detector, strings);
        return new OwnCost(ready, readyProcessor, strings, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / strings, slowest);
    }
}
