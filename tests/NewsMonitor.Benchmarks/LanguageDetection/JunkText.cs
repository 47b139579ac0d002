using System.Text;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>
/// Text that is no language, made up: code, markup, identifiers, tickers, keys hit at random, laughter, and names that many languages write
/// alike. A model without such a class puts each of them into some language, and with confidence.
/// </summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="corpora">Sentences of many languages, in which names are found.</param>
internal sealed class JunkText(Random random, IReadOnlyList<string[]> corpora)
{
    private const int LanguagesOfName = 6;

    private static readonly string[] Code = """
        public private static void main string args int return class new this null true false undefined function var let const async await import export from default if else
        for while switch case break continue try catch finally throw throws def self print lambda elif pass yield struct enum impl trait fn mut pub use mod match usize bool char
        float double long short byte unsigned signed typedef include define namespace std cout cin endl vector template typename virtual override sealed internal readonly foreach
        select insert update delete where group order by join left inner outer on as values into table create drop alter index primary key foreign references limit distinct count sum
        div span class href src alt img ul li td tr th table body head html script style meta link input button form label width height color background margin padding border px em rem
        bash bin usr etc var tmp home root sudo grep awk sed cat echo ls cd rm mv cp chmod chown tar gz zip curl wget git commit push pull merge rebase checkout branch docker run exec build
        npm install yarn pip apt get http https www com org net html php asp jsp xml json yaml csv txt pdf jpg png gif svg mp mkv exe dll so lib src main test docs readme license config
        error exception warning info debug trace fatal stack overflow null pointer reference segmentation fault timeout connection refused permission denied not found line column at in
        nan inf id uid gid pid tcp udp ip dns ssl tls ssh ftp api url uri utf ascii utm source medium campaign ref rss login logout user admin password token session cookie cache
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Labels = "photos video videos live gallery menu home rss tweet like share pdf print email login facebook twitter instagram youtube whatsapp telegram linkedin pinterest google play app store podcast blog tv radio news sport top stories".Split(' ');
    private static readonly string[] Laughter = ["ha", "he", "hi", "ho", "ja", "je", "ji", "xa", "lo", "la", "lol", "wk", "na", "ah", "eh"];
    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "asdf", "qwer", "hjkl", "uiop"];
    private readonly string[] _names = NamesIn(corpora);

    /// <summary>The next text.</summary>
    public string Next() => random.Next(10) switch
    {
        0 or 1 => Join(2, 8, () => Code[random.Next(Code.Length)]),
        2 => Join(1, 5, () => Letters("abcdefghijklmnopqrstuvwxyz", 3, 9)),
        3 => Join(1, 4, () => Letters("bcdfghjklmnpqrstvwxz", 3, 8)),
        4 => Join(3, 8, () => Letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2, 5)),
        5 => Letters(random.Next(2) == 0 ? "ACGT" : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 10, 40),
        6 => Join(1, 3, () => string.Concat(Enumerable.Repeat(Laughter[random.Next(Laughter.Length)], random.Next(3, 9)))),
        7 => Join(1, 4, () => random.Next(2) == 0 ? Keys[random.Next(Keys.Length)] : Letters(Keys[random.Next(3)], 3, 8)),
        8 => Join(2, 5, () => Labels[random.Next(Labels.Length)]),
        _ => Join(2, 5, () => _names[random.Next(_names.Length)]),
    };

    // Capitalised inside a sentence in many languages: a name.
    private static string[] NamesIn(IReadOnlyList<string[]> corpora)
    {
        var languages = new Dictionary<string, int>();
        foreach (var corpus in corpora)
        {
            foreach (var name in corpus.SelectMany(line => line.Split(' ').Skip(1)).Where(IsName).Distinct())
                languages[name] = languages.GetValueOrDefault(name) + 1;
        }
        return [.. languages.Where(entry => entry.Value >= LanguagesOfName).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
    }

    private static bool IsName(string word) => word.Length > 3 && char.IsAsciiLetterUpper(word[0]) && word.Skip(1).All(char.IsAsciiLetterLower);

    private string Join(int least, int most, Func<string> word) => string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => word()));

    private string Letters(string alphabet, int least, int most)
    {
        var result = new StringBuilder();
        for (var i = random.Next(least, most + 1); i > 0; i--)
            result.Append(alphabet[random.Next(alphabet.Length)]);
        return result.ToString();
    }
}
