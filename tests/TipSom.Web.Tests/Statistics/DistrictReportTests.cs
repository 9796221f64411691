using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Statistics;

/// <summary>The monthly report of a district committee: its return beside the records, and nobody else's records for who reads one agency's.</summary>
public sealed class DistrictReportTests(ReportSite site) : IClassFixture<ReportSite>
{
    private const string Page = "/statistics/reports/district";

    private static readonly ReportPeriod Present = ReportPeriod.Of(PeriodKind.Month, ReportSite.Today);

    private readonly World world = site.World;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_district_that_is_not_there_is_not_found_and_the_desk_chooses_one()
    {
        var browser = await site.As(await world.CoordinatorAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Page}?district=PB-NOWHERE")).StatusCode);
        var page = await browser.OpenAsync(Page);
        Assert.Contains("Choose a district and a month.", page.MainText());
        Assert.Empty(page.QuerySelectorAll("article.report"));
    }

    [Fact]
    public async Task The_return_of_the_committee_stands_beside_the_records_and_is_not_added()
    {
        const string district = "PB-MULTAN";
        var (committee, police, month) = (await world.CommitteeAsync(district), await world.PoliceAsync(district), Present.Before);
        await world.SignedReturnAsync(await OfUnitAsync(committee), month, World.Figures(
            ("Identified/Women", 5), ("Identified/Men", 4), ("Identified/Children", 3), ("Identified/Transgender", 2), ("Identified/Unknown", 1),
            ("Referred/Total", 9), ("ReferredToGovernment/Total", 6), ("ReferredToNgo/Total", 3), ("Investigations/Ptpa-Sex", 8), ("Accused/Total", 7),
            ("Prosecutions/Ptpa-Sex", 2), ("Convictions/Ptpa-Sex", 1)));
        await world.CaseAsync(police.Officer, districtCode: district);
        await FoundInAsync(police, month);

        var page = await (await site.As(await world.CoordinatorAsync())).OpenAsync(At(district, month));

        var rows = ReportSite.Rows(page);
        Assert.Contains("Victims of trafficking identified|15|1|14", rows);
        Assert.Contains("Victims of trafficking identified · Women|5|1|4", rows);
        Assert.Contains("Victims of trafficking identified · Age or sex not known|1|0|1", rows);
        Assert.Contains("of them to a government service|6||–", rows);
        Assert.Contains("of them to an NGO|3||–", rows);
        Assert.Contains("First information reports|Trafficking in Persons Act 2018 · sexual exploitation|8", rows);
        Assert.Contains("Persons accused|–|7", rows);
        Assert.Contains("Persons arrested|–|", rows);
        Assert.Contains("Persons sent to court (challan)|Trafficking in Persons Act 2018 · sexual exploitation|2", rows);
        Assert.DoesNotContain(rows, r => r.Contains("|16|", StringComparison.Ordinal));
        Assert.Contains("paper-district", page.Body!.ClassName);
    }

    [Fact]
    public async Task A_supervisor_has_the_own_agencys_part_and_no_return_and_the_desk_has_all()
    {
        const string district = "SD-KARACHI-SOUTH";
        var (first, second) = (await world.PoliceAsync(district), await world.PoliceAsync(district));
        var committee = await world.CommitteeAsync(district);
        foreach (var officer in new[] { first.Officer, first.Officer, second.Officer })
            await world.CaseAsync(officer, districtCode: district);
        await world.CaseAsync(first.Officer);
        await site.CountAsync();
        var url = At(district, Present);

        foreach (var (reader, identified) in new[] { (first.Supervisor, "2"), (second.Supervisor, "1"), (await world.CoordinatorAsync(), "3"), (await OfUnitAsync(committee), "") })
        {
            var page = await (await site.As(reader)).OpenAsync(url);
            Assert.Contains($"Victims of trafficking identified||{identified}|–", ReportSite.Rows(page));
            Assert.Contains("No signed return of the committee for this month can be read here.", page.MainText());
        }

        Assert.Contains("Victims of trafficking identified||1|–", ReportSite.Rows(await (await site.As(await world.CoordinatorAsync())).OpenAsync($"{url}&authority={second.Agency.Id}")));
    }

    [Fact]
    public async Task The_months_of_a_district_make_its_year()
    {
        const string district = "PB-FAISALABAD";
        var police = await world.PoliceAsync(district);
        var shelter = await world.ProviderAsync(districtCode: district);
        await world.AgreementAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer, districtCode: district);
        await world.ConsentAsync(police.Officer, @case);
        await world.SendAsync(police.Officer, @case, shelter);
        await world.CaseAsync(police.Officer, districtCode: district);
        await site.CountAsync();

        var (counted, months) = await world.AsAsync(police.Supervisor, async (_, db) =>
        {
            var year = await db.CountedAsync(YearKind.Calendar, [Present.From.Year], police.Agency.Id, ["found"], Ct);
            var of = new List<FigureSet>();
            for (var month = 1; month <= 12; month++)
                of.Add((await db.CountedInDistrictAsync(district, ReportPeriod.Beginning(PeriodKind.Month, Present.From.Year, month), null, Ct)).Figures);
            return (year.By(Present.From.Year, CountedFigures.Trafficking, "found").Where(c => c.Value == district).ToList(), FigureSet.Sum(of));
        });

        Assert.Equal((2, 1), (counted.Sum(c => c.Identified), counted.Sum(c => c.PeopleReferred)));
        Assert.Equal((2, 1), (months.Total(NationalIndicator.Identified), months.Total(NationalIndicator.Referred)));
    }

    [Fact]
    public async Task The_same_is_not_asked_for_twice_and_the_page_says_so()
    {
        var browser = await site.As((await world.PoliceAsync()).Supervisor);
        var (first, again) = (await browser.OpenAsync(At("PB-LAHORE", Present)), await browser.OpenAsync(At("PB-LAHORE", Present)));

        var asked = await browser.SubmitAsync(first, "main form[method=post]", ("Format", "Csv"));
        var refused = await browser.SubmitAsync(again, "main form[method=post]", ("Format", "Csv"));

        Assert.StartsWith("/downloads/TD-", asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(Download.AskedAlready, (await refused.HtmlAsync()).MainText());
    }

    private static string At(string district, ReportPeriod month) => $"{Page}?district={district}&month={month.From.Month}&year={month.From.Year}";

    // Somebody who signs for the district itself.
    private Task<User> OfUnitAsync(Force committee) => world.UserAsync(committee.Station, Role.Supervisor);

    private async Task FoundInAsync(Force force, ReportPeriod month)
    {
        await world.AsOwnerAsync(db => db.Database.ExecuteSqlAsync($"update casework.cases set found_on = {month.From.AddDays(9)} where holding_agency_id = {force.Agency.Id}"));
        await site.CountAsync();
    }
}
