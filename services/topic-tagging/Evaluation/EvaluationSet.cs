using System.Text.Json;

namespace NewsMonitor.TopicTagging.Evaluation;

/// <summary>Reads evaluation sets: one JSON object a line.</summary>
internal static class EvaluationSet
{
    public static IReadOnlyList<LabelledArticle> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<LabelledArticle>(l) ?? throw new InvalidDataException($"{path}: an empty line of JSON"))];
}
