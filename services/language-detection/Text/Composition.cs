using System.Collections.Frozen;

namespace NewsMonitor.LanguageDetection.Text;

/// <summary>
/// Joins letters and the accents that stand beside them, as the model knows them: é is one character there, and two in some texts. Does for
/// lower-case Latin and Cyrillic what Unicode's normalization form C does, without allocating and for any input; capitals become small.
/// </summary>
internal static class Composition
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    // For each mark: a letter, and the same with the mark, again and again. Letters with two marks are listed in both orders.
    private static readonly (char Mark, string Pairs)[] Marks =
    [
        ('\u0300', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳеѐиѝ"),
        ('\u0301', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứгѓкќ"),
        ('\u0302', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
        ('\u0303', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
        ('\u0304', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝиӣуӯ"),
        ('\u0306', "aăeĕgğiĭoŏuŭȩḝạặийуўжӂаӑеӗ"),
        ('\u0307', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
        ('\u0308', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹ"),
        ('\u0309', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
        ('\u030A', "aåuůwẘyẙ"),
        ('\u030B', "oőuűуӳ"),
        ('\u030C', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
        ('\u030F', "aȁeȅiȉoȍrȑuȕѵѷ"),
        ('\u0311', "aȃeȇiȋoȏrȓuȗ"),
        ('\u031B', "oơuưóớòờỏởõỡọợúứùừủửũữụự"),
        ('\u0323', "bḅdḍhḥkḳlḷmṃnṇrṛsṣṡṩtṭvṿwẉzẓaạâậăặeẹêệiịoọôộơợuụưựyỵ"),
        ('\u0324', "uṳ"),
        ('\u0325', "aḁ"),
        ('\u0326', "sștț"),
        ('\u0327', "cçgģkķlļnņrŗsştţeȩćḉdḑĕḝhḩ"),
        ('\u0328', "aąeęiįuųoǫōǭ"),
        ('\u032D', "dḓeḙlḽnṋtṱuṷ"),
        ('\u032E', "hḫ"),
        ('\u0330', "eḛiḭuṵ"),
        ('\u0331', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ];

    private static readonly FrozenDictionary<int, char> Composed =
        Marks.SelectMany(mark => mark.Pairs.Chunk(2).Select(pair => KeyValuePair.Create(KeyOf(pair[0], mark.Mark), pair[1]))).ToFrozenDictionary();

    /// <summary>The text itself when it has no mark, else the beginning of the buffer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">At least as long as the text.</param>
    public static ReadOnlySpan<char> Compose(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        while (length < text.Length && !IsMark(text[length]))
            length++;
        if (length == text.Length)
            return text;
        text[..length].CopyTo(buffer);
        foreach (var character in text[length..])
        {
            if (length > 0 && IsMark(character) && Composed.TryGetValue(KeyOf(char.ToLowerInvariant(buffer[length - 1]), character), out var composed))
                buffer[length - 1] = composed;
            else
                buffer[length++] = character;
        }
        return buffer[..length];
    }

    private static bool IsMark(char character) => character is >= FirstMark and <= LastMark;

    // Not a pair: the hash of a pair allocates until its code is optimized.
    private static int KeyOf(char letter, char mark) => (letter << 16) | mark;
}
