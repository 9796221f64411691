using TipSom.Domain.Reporting;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Reporting;

public sealed class PersonGroupTests
{
    [Theory]
    [InlineData(Sex.Female, 17, PersonGroup.Children, GlobalGroup.Girls)]
    [InlineData(Sex.Male, 0, PersonGroup.Children, GlobalGroup.Boys)]
    [InlineData(Sex.Transgender, 17, PersonGroup.Children, GlobalGroup.Unknown)]
    [InlineData(Sex.Unknown, 17, PersonGroup.Children, GlobalGroup.Unknown)]
    [InlineData(Sex.Female, 18, PersonGroup.Women, GlobalGroup.Women)]
    [InlineData(Sex.Male, 18, PersonGroup.Men, GlobalGroup.Men)]
    [InlineData(Sex.Transgender, 18, PersonGroup.Transgender, GlobalGroup.Unknown)]
    [InlineData(Sex.Unknown, 18, PersonGroup.Unknown, GlobalGroup.Unknown)]
    [InlineData(Sex.Female, null, PersonGroup.Unknown, GlobalGroup.Unknown)]
    public void Rules_2_and_3_age_decides_first_and_what_is_missing_is_shown(Sex sex, int? years, PersonGroup group, GlobalGroup global)
    {
        var age = new Age(years, false);
        Assert.Equal((group, global), (PersonGroups.Of(sex, age), PersonGroups.GlobalOf(sex, age)));
    }
}
