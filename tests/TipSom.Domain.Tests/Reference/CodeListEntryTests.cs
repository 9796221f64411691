using System.Globalization;
using TipSom.Domain.Reference;

namespace TipSom.Domain.Tests.Reference;

public sealed class CodeListEntryTests
{
    private static readonly CultureInfo Urdu = CultureInfo.GetCultureInfo("ur-PK");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-PK");

    [Fact]
    public void The_label_follows_the_culture()
    {
        var shelter = new CodeListEntry("need_type", "SHELTER", "Shelter", 2, labelUr: "پناہ گاہ");

        Assert.Equal("پناہ گاہ", shelter.LabelIn(Urdu));
        Assert.Equal("Shelter", shelter.LabelIn(English));
    }

    [Fact]
    public void Without_an_Urdu_label_the_English_one_is_shown()
    {
        var mining = new CodeListEntry("isic_section", "B", "Mining and quarrying", 2);

        Assert.Equal("Mining and quarrying", mining.LabelIn(Urdu));
    }

    [Fact]
    public void A_code_taken_off_the_forms_is_no_longer_offered()
    {
        var entry = new CodeListEntry("need_type", "SHELTER", "Shelter", 2);
        Assert.True(entry.IsOffered);

        entry.StopOffering();

        Assert.False(entry.IsOffered);
    }
}
