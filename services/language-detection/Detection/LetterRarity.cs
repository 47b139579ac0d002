using System.Globalization;
using System.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>How rare each letter is in each language: a text with letters that a language hardly has is not in it, whatever the model says.</summary>
/// <param name="languages">The numbers of the languages.</param>
internal sealed class LetterRarity(LanguageTable languages)
{
    /// <summary>The level of a letter that a language's corpus does not have.</summary>
    public const byte Absent = 14;

    private readonly byte[]?[] _levels = new byte[]?[languages.ModelLabels];

    // Letters are numbered as they come; one that is in no line has the number 0, and is absent everywhere.
    private readonly ushort[] _numbers = new ushort[char.MaxValue + 1];
    private int _count;

    /// <summary>Reads the file that <see cref="Lines"/> makes: "hr 3 aeio 4 nrst …", levels and the letters on each.</summary>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static LetterRarity Read(TextReader file, LanguageTable languages)
    {
        var result = new LetterRarity(languages);
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split(' ');
            if (fields.Length % 2 == 0)
                throw new InvalidDataException($"Not a line of letters: {line}");
            if (languages.Find(fields[0]) is >= 0 and var language && language < languages.ModelLabels)
                result.Add(language, fields);
        }
        return result;
    }

    /// <summary>Counts the letters of training lines ("__label__hr words …"), one line for each language.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> training)
    {
        var counts = new SortedDictionary<string, Dictionary<char, int>>(StringComparer.Ordinal);
        foreach (var line in training)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var label = line["__label__".Length..space];
            if (!counts.TryGetValue(label, out var letters))
                counts[label] = letters = [];
            foreach (var letter in line.Skip(space).Where(letter => letter is not (' ' or '\'')))
                letters[letter] = letters.GetValueOrDefault(letter) + 1;
        }
        foreach (var (label, letters) in counts)
        {
            double all = letters.Values.Sum();
            var levels = letters.GroupBy(letter => LevelOf(letter.Value / all), letter => letter.Key).OrderBy(level => level.Key);
            yield return $"{label} {string.Join(' ', levels.Select(level => $"{level.Key} {string.Concat(level.Order())}"))}";
        }
    }

    /// <summary>The level of the rarest letter of a word: the natural logarithm of how many letters there are to one of it, 0 to <see cref="Absent"/>.</summary>
    /// <param name="language">A label of the model.</param>
    /// <param name="word">The word, UTF-8.</param>
    /// <param name="characters">How many characters the word has.</param>
    public int RarestOf(int language, ReadOnlySpan<byte> word, out int characters)
    {
        var levels = _levels[language];
        var rarest = 0;
        characters = 0;
        while (!word.IsEmpty)
        {
            Rune.DecodeFromUtf8(word, out var rune, out var length);
            word = word[length..];
            characters++;
            if (rune.Value == '\'' || levels is null)
                continue;
            var number = rune.IsBmp ? _numbers[rune.Value] : 0;
            rarest = Math.Max(rarest, number < levels.Length ? levels[number] : Absent);
        }
        return rarest;
    }

    private static int LevelOf(double frequency) => Math.Min(Absent - 1, (int)-Math.Log(frequency));

    private void Add(int language, string[] fields)
    {
        var levels = new byte[_count + 1 + fields.Sum(field => field.Length)];
        levels.AsSpan().Fill(Absent);
        for (var i = 1; i < fields.Length; i += 2)
        {
            var level = byte.Parse(fields[i], CultureInfo.InvariantCulture);
            foreach (var letter in fields[i + 1])
            {
                if (_numbers[letter] == 0)
                    _numbers[letter] = (ushort)++_count;
                levels[_numbers[letter]] = level;
            }
        }
        _levels[language] = levels;
    }
}
