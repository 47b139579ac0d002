using System.Collections.Frozen;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>The most frequent words of the thirty languages, in lower case: in nearly every article, so they tell nothing apart.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        // Latin script.
        "the of and to in a is was for on that with as at by it from an be are this his her has have not he they their its were who which but or "
        + "us we you will would all more der die das und ist von den zu mit des auf für im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei "
        + "le la les de des et en un une du est que qui dans pour pas sur au par plus avec il se ce son sont el los las y que del con para una por su no lo como más al "
        + "o os as da do dos das em um uma não com se na no mais foi il di che non per è sono della del nel alla dei le gli una het een van dat niet zijn op te aan met voor ook "
        + "och att det som är på av för inte med till ja on ei että se hän oli mutta ovat myös joka a az és hogy nem is egy de meg ez volt si în la cu nu care este din pe "
        + "i w z na się nie do jest że to od po jak o že se je na že ale jako ve bir ve bu da de için ile çok daha olarak yang dan di ini itu dengan untuk dari dalam "
        + "và của là có được cho trong không những một các với "
        // Cyrillic, Greek.
        + "и в не на что он с как это по но из у к за от так для о же та і що з до не на як від про тим се да е са за от със ο η το και να του της με σε για που από "
        // Arabic and Hebrew script, Devanagari.
        + "في من على أن إلى التي عن مع هذا كان ما لا و به که از در این را با است برای آن של את על לא הוא זה עם גם כי אל में के की का है से को और पर ने").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word as a query or a pattern writes it, whatever its case.</summary>
    public static bool Contains(string word) => word.Length > 0 && word[0] is not ('=' or '^') && Words.Contains(word.ToLowerInvariant());
}
