using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class HanScriptTests
{
    [Theory]
    [InlineData("国会通过经济法案", "zh-Hans")]
    [InlineData("國會通過經濟法案", "zh-Hant")]
    [InlineData("経済対策 売上増", "ja")]
    [InlineData("中文", "zh-Hans")]
    [InlineData("", "zh-Hans")]
    public void Characters_of_one_writing_only_decide(string text, string tag)
    {
        Assert.Equal(tag, HanScript.TagOf(text, ""));
        Assert.Equal(tag, HanScript.TagOf("", text));
    }
}
