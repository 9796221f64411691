using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Victims;

public sealed class AgeTests
{
    [Theory]
    [InlineData(null, AgeBand.Unknown)]
    [InlineData(0, AgeBand.Under12)]
    [InlineData(11, AgeBand.Under12)]
    [InlineData(12, AgeBand.From12To17)]
    [InlineData(17, AgeBand.From12To17)]
    [InlineData(18, AgeBand.From18To24)]
    [InlineData(24, AgeBand.From18To24)]
    [InlineData(25, AgeBand.From25To34)]
    [InlineData(34, AgeBand.From25To34)]
    [InlineData(35, AgeBand.From35To59)]
    [InlineData(59, AgeBand.From35To59)]
    [InlineData(60, AgeBand.From60)]
    [InlineData(120, AgeBand.From60)]
    public void Each_age_has_its_band(int? years, AgeBand band) => Assert.Equal(band, new Age(years, IsApproximate: false).Band);

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(0, false, true)]
    [InlineData(17, false, true)]
    [InlineData(17, true, true)]
    [InlineData(18, false, false)]
    [InlineData(18, true, false)]
    [InlineData(60, false, false)]
    public void Under_eighteen_and_unknown_count_as_a_child(int? years, bool about, bool isChild) =>
        Assert.Equal(isChild, new Age(years, about).CountsAsChild);

    [Fact]
    public void A_child_is_in_a_childs_band_and_an_adult_is_not() => Assert.All(
        Enumerable.Range(0, Age.Highest + 1).Select(years => new Age(years, false)),
        age => Assert.Equal(age.CountsAsChild, age.Band is AgeBand.Under12 or AgeBand.From12To17));

    [Fact]
    public void Unknown_has_no_years_and_counts_as_a_child() =>
        Assert.Equal((null, true, AgeBand.Unknown), (Age.Unknown.Years, Age.Unknown.CountsAsChild, Age.Unknown.Band));

    [Theory]
    [InlineData(-1)]
    [InlineData(121)]
    [InlineData(int.MaxValue)]
    public void Years_nobody_has_are_refused(int years)
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => new Age(years, IsApproximate: false).Checked());

        Assert.Equal("Enter an age from 0 to {0}.", refusal.Sentence);
        Assert.Equal("Enter an age from 0 to 120.", refusal.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(null)]
    public void The_first_the_last_and_the_unknown_year_pass(int? years) =>
        Assert.Equal(years, new Age(years, IsApproximate: true).Checked().Years);
}
