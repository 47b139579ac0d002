namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary>Reads SIB-200: per language a folder with train, dev and test, each a table of index_id, category and text.</summary>
internal static class Sib200
{
    private const string English = "eng_Latn";
    private static readonly string[] Files = ["train.tsv", "dev.tsv", "test.tsv"];

    /// <summary>The folder that holds the languages, whether the repository, its data or the languages themselves were named; null when there is none.</summary>
    public static string? FolderOf(string path) =>
        new[] { path, Path.Combine(path, "annotated"), Path.Combine(path, "data", "annotated") }.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, English)));

    /// <summary>The English originals, by id.</summary>
    public static Dictionary<string, string> Originals(string folder) => Read(folder, English);

    /// <summary>A language's sentences, by the id that translations share; empty when the language is missing.</summary>
    public static Dictionary<string, string> Read(string folder, string language)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files.Select(name => Path.Combine(folder, language, name)).Where(File.Exists))
        {
            foreach (var cells in File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length >= 3))
                sentences[cells[0]] = cells[2].Trim().Trim('"');
        }

        return sentences;
    }
}
