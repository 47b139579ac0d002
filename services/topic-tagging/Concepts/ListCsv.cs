using System.Text;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>
/// Reads a list as people keep it: one name a row, perhaps a language in the second column and "not" in the third for a name that is not
/// meant. Separated by commas, semicolons or tabs; quotation marks as spreadsheets write them.
/// </summary>
internal static class ListCsv
{
    private const string AllLanguages = "*";

    /// <summary>The rows as forms of a concept, and what is wrong with the others.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="id">The list's id.</param>
    /// <param name="label">What people call it.</param>
    /// <param name="languages">The languages that a row may name.</param>
    public static ListImport Read(string csv, string id, string? label, IReadOnlySet<string> languages)
    {
        var seen = new HashSet<(bool Not, string Language, string Pattern)>();
        var (patterns, not) = (new SortedDictionary<string, List<string>>(StringComparer.Ordinal), new SortedDictionary<string, List<string>>(StringComparer.Ordinal));
        var (errors, rows, duplicates) = (new List<string>(), 0, 0);
        foreach (var (cells, number) in csv.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (Cells(line), i + 1)))
        {
            var name = cells[0].Trim();
            if (name.Length == 0 || (number == 1 && name.ToLowerInvariant() is "name" or "company" or "firma")) continue;
            rows++;
            var language = cells.Count > 1 && cells[1].Trim().Length > 0 ? cells[1].Trim() : AllLanguages;
            var pattern = PatternOf(name);
            if (UserConceptValidation.PatternError(pattern) is { } error)
            {
                errors.Add($"Row {number}: {error}");
                continue;
            }

            if (language != AllLanguages && !languages.Contains(language))
            {
                errors.Add($"Row {number}: the lexicon does not speak '{(language.Length > 40 ? language[..40] + "…" : language)}'; the second column is a language such as de, or empty for all.");
                continue;
            }

            var isNot = cells.Count > 2 && cells[2].Trim() == "not";
            if (!seen.Add((isNot, language, pattern)))
            {
                duplicates++;
                continue;
            }

            var target = isNot ? not : patterns;
            if (!target.TryGetValue(language, out var list)) target[language] = list = [];
            list.Add(pattern);
        }

        var concept = new UserConcept
        {
            Id = id,
            Labels = label is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["en"] = label },
            Patterns = patterns.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)p.Value),
            Not = not.ToDictionary(p => p.Key, p => (IReadOnlyList<string>)p.Value),
        };
        return new(concept, rows, duplicates, errors);
    }

    // A name is looked for as written; signs of the pattern language in it are meant as letters, and those are not compared.
    private static string PatternOf(string name)
    {
        var plain = name.Replace('(', ' ').Replace(')', ' ').Replace('|', ' ').Replace('*', ' ').Replace('%', ' ').Replace('&', ' ').Replace('/', ' ').Trim();
        var words = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit)));
        // One short word or acronym is often an ordinary word too.
        if (!words.Contains(' ', StringComparison.Ordinal) && words.Length > 0) return words.All(c => char.IsUpper(c) || char.IsDigit(c)) ? "=" + words : char.IsUpper(words[0]) ? "^" + words : words;
        return words;
    }

    private static List<string> Cells(string line)
    {
        var separator = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && !quoted) End();
            else cell.Append(line[i]);
        }

        End();
        return cells;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}

/// <summary>What a file of a list holds.</summary>
/// <param name="Concept">The list as a concept.</param>
/// <param name="Rows">How many rows name something.</param>
/// <param name="Duplicates">How many name the same again.</param>
/// <param name="Errors">The rows that were left out, and why.</param>
internal sealed record ListImport(UserConcept Concept, int Rows, int Duplicates, IReadOnlyList<string> Errors);
