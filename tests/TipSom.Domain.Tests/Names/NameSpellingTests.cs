using TipSom.Domain.Names;

namespace TipSom.Domain.Tests.Names;

public sealed class NameSpellingTests(ITestOutputHelper output)
{
    [Fact]
    public void Nearly_every_spelling_of_a_name_has_the_sound_of_its_Urdu()
    {
        var spellings = Name.All.SelectMany(name => name.Roman, (name, roman) => (name.Urdu, Roman: roman)).ToList();

        var otherwise = spellings.Where(s => SoundOf(s.Urdu) != SoundOf(s.Roman)).ToList();

        output.WriteLine($"{otherwise.Count} of {spellings.Count}: {string.Join(", ", otherwise.Select(s => $"{s.Roman} {SoundOf(s.Roman)} / {s.Urdu} {SoundOf(s.Urdu)}"))}");
        Assert.True(otherwise.Count < spellings.Count / 20);
    }

    [Theory]
    [InlineData("Muhammad", "Mahmood")]
    [InlineData("Hamid", "Majid")]
    [InlineData("Nasreen", "Yasmeen")]
    [InlineData("Aslam", "Akram")]
    public void Names_that_only_look_alike_stay_apart(string one, string other) =>
        Assert.True(Likeness(one, other) < 0.8, $"{Likeness(one, other):F2}");

    [Theory]
    [InlineData("Yousaf", "Yusuf")]
    [InlineData("محمد", "Muhammad")]
    [InlineData("Zarmeena", "زرمینہ")]
    [InlineData("Parveen", "Perveen")]
    public void Spellings_of_one_name_come_near_each_other(string one, string other) =>
        Assert.True(Likeness(one, other) > 0.8, $"{Likeness(one, other):F2}");

    private static double Likeness(string one, string other) => SpellingDistance.Likeness(SpellingOf(one), SpellingOf(other));

    private static string SpellingOf(string name) => NameText.Read(name)[0].Spelling;

    // Of a name in two words, as one.
    private static string SoundOf(string name) => (NameText.Read(name) is { Count: > 1 } words ? words[^1] : NameText.Read(name)[0]).Sound;
}
