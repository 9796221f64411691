using System.Globalization;
using TipSom.Domain.Agencies;

namespace TipSom.Domain.Tests.Agencies;

public sealed class DistrictTests
{
    [Theory]
    [InlineData("PB", "Lahore", "PB-LAHORE")]
    [InlineData("KP", "Kolai-Palas Kohistan", "KP-KOLAI-PALAS-KOHISTAN")]
    [InlineData("AJK", "Poonch", "AJK-POONCH")]
    public void The_key_is_made_of_province_and_name(string province, string name, string key) =>
        Assert.Equal(key, District.KeyOf(province, name));

    [Theory]
    [InlineData(DistrictStatus.Pbs2023, true)]
    [InlineData(DistrictStatus.CodOnly, false)]
    [InlineData(DistrictStatus.Post2023, false)]
    [InlineData(DistrictStatus.Abolished, false)]
    public void Only_districts_of_the_bureaus_list_are_offered_at_first(DistrictStatus status, bool offered) =>
        Assert.Equal(offered, Lahore(status).IsOffered);

    [Fact]
    public void A_district_taken_off_the_forms_is_no_longer_offered()
    {
        var lahore = Lahore(DistrictStatus.Pbs2023);

        lahore.StopOffering();

        Assert.False(lahore.IsOffered);
    }

    [Theory]
    [InlineData("ur-PK", "لاہور")]
    [InlineData("en-PK", "Lahore")]
    [InlineData("", "Lahore")]
    public void The_name_follows_the_culture(string culture, string name) =>
        Assert.Equal(name, Lahore(DistrictStatus.Pbs2023).NameIn(CultureInfo.GetCultureInfo(culture)));

    private static District Lahore(DistrictStatus status) => new("PB-LAHORE", "PB", "Lahore", "لاہور", status);
}
