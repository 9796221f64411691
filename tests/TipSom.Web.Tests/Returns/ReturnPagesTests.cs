using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Returns;

/// <summary>The pages of a return from its beginning to its correction: who opens them, and what each does and refuses.</summary>
public sealed class ReturnPagesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly ReportPeriod March = ReportPeriod.Beginning(PeriodKind.Month, 2026, 3);

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("/edit", true, false)]
    [InlineData("/sign-off", false, false)]
    [InlineData("/correct", true, false)]
    public async Task Each_page_opens_to_who_may_and_to_nobody_else(string act, bool byOfficers, bool byNational)
    {
        var (force, other, coordinator) = (await world.PoliceAsync(), await world.PoliceAsync(), await world.CoordinatorAsync());
        var made = act == "/correct" || byNational
            ? await world.SignedReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4))
            : await world.BeginReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        var url = $"/returns/{made.Number}{act}";

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await world.UserAsync(force.Headquarters, Role.Auditor), url));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other.Supervisor, url));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(force.Supervisor, url));
        // A station reads what its force reported, and writes nothing of it.
        Assert.Equal(act.Length == 0 ? HttpStatusCode.OK : byOfficers ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, await StatusAsync(force.Officer, url));
        Assert.Equal(byNational ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(coordinator, url));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(force.Supervisor, $"/returns/TN-2026-000000{act}"));
    }

    [Fact]
    public async Task The_lists_and_the_first_page_open_to_who_may()
    {
        var force = await world.PoliceAsync();
        foreach (var (url, permission) in new[] { ("/returns", Permission.ReadReturns), ("/returns/new", Permission.WriteReturns) })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(url)).StatusCode);
            foreach (var role in Enum.GetValues<Role>())
                Assert.Equal(role.Allows(permission) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(await world.UserAsync(force.Headquarters, role), url));
        }
    }

    [Fact]
    public async Task A_return_is_begun_written_signed_and_corrected()
    {
        var (force, coordinator) = (await world.PoliceAsync(), await world.CoordinatorAsync());
        var browser = await portal.BrowserOfAsync(force.Supervisor);
        var form = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.OpenAsync("/returns/new"), null, ("Input.Kind", "Quarter"), ("Input.Month", "1"), ("Input.Year", "۲۰۲۶")));
        Assert.Contains("January – March 2026", form.MainText());

        // What does not fit is kept, and said beside its figure.
        var wrong = await browser.FollowAsync(await browser.SubmitAsync(
            form, null, Cell("Identified/Total", "10"), Cell("Identified/Women", "۶"), Cell("Identified/Men", "2"), Cell("Identified/Children", "1"), Cell("Identified/Transgender", "0"),
            Cell("ForcedLabour/Total", "11"), ("Input.Note", "As reported.")));
        Assert.Contains("The groups add up to 9, not to this total.", wrong.MainText());
        Assert.Contains("This is a part of 10 and cannot be more.", wrong.MainText());
        Assert.Equal("6", Input(wrong, "Identified/Women").Value);
        var number = (await KeptAsync(force)).Number;
        var refused = await browser.SubmitAsync(await browser.OpenAsync($"/returns/{number}/sign-off"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Some figures do not fit together.", (await refused.HtmlAsync()).MainText());
        Assert.DoesNotContain(number, (await (await portal.BrowserOfAsync(coordinator)).OpenAsync("/returns?year=2026")).MainText());

        var saved = await browser.FollowAsync(await browser.SubmitAsync(wrong, null, Cell("Identified/Total", ""), Cell("ForcedLabour/Total", "")));
        Assert.Contains("Saved as a draft.", saved.MainText());
        Assert.Contains("66.67%", saved.MainText());
        Assert.Contains("not reported", saved.MainText());
        Assert.Contains("Signed. These figures count from now on.", (await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/returns/{number}/sign-off")))).MainText());
        Assert.Contains(number, (await (await portal.BrowserOfAsync(coordinator)).OpenAsync("/returns?year=2026")).MainText());

        var correction = await browser.FollowAsync(await browser.SubmitAsync(
            await browser.OpenAsync($"/returns/{number}/correct"), null, ("Input.Reason", "A station was counted twice.")));
        await browser.FollowAsync(await browser.SubmitAsync(correction, null, Cell("Identified/Women", "5")));
        var page = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync($"/returns/{number}/sign-off")));
        Assert.Contains("A station was counted twice.", page.MainText());
        Assert.Contains("Corrected since", page.MainText());
        Assert.Contains("A later version stands in the place of these figures.", (await browser.OpenAsync($"/returns/{number}?version=1")).MainText());
        Assert.Equal(5, (await KeptAsync(force)).Figures.Group(NationalIndicator.Identified, PersonGroup.Women));
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_typed_and_nothing_is_saved()
    {
        var force = await world.PoliceAsync();
        var draft = await world.BeginReturnAsync(force.Supervisor, March);
        var browser = await portal.BrowserOfAsync(force.Supervisor);

        var answer = await browser.SubmitAsync(
            await browser.OpenAsync($"/returns/{draft.Number}/edit"), null, Cell("Identified/Women", "about ten"), Cell("Identified/Men", "-1"), Cell("Convictions/Other-Unspecified", "7"));

        var page = await answer.HtmlAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("about ten", "-1", "7"), (Input(page, "Identified/Women").Value, Input(page, "Identified/Men").Value, Input(page, "Convictions/Other-Unspecified").Value));
        Assert.Equal(2, page.QuerySelectorAll("main .field.has-error").Length);
        Assert.Empty((await KeptAsync(force)).Figures.Values);
    }

    [Fact]
    public async Task A_period_is_begun_once_and_by_the_unit_that_reports()
    {
        var force = await world.PoliceAsync();
        await world.SignedReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        await world.BeginReturnAsync(force.Supervisor, March.Next);
        foreach (var (user, kind, month, sentence) in new[]
                 {
                     (force.Supervisor, "Quarter", "1", Return.IsCovered), (force.Supervisor, "Month", "4", Return.DraftIsThere), (force.Supervisor, "Quarter", "2", ReportPeriod.NoQuarter),
                     (force.Supervisor, "Year", "2", ReportPeriod.NoYear), (force.Officer, "Month", "5", Return.NotHere)
                 })
        {
            var browser = await portal.BrowserOfAsync(user);
            var answer = await browser.SubmitAsync(await browser.OpenAsync("/returns/new"), null, ("Input.Kind", kind), ("Input.Month", month), ("Input.Year", "2026"));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains(sentence, (await answer.HtmlAsync()).MainText());
        }
    }

    [Fact]
    public async Task A_correction_without_a_reason_is_refused()
    {
        var force = await world.PoliceAsync();
        var signed = await world.SignedReturnAsync(force.Supervisor, March, World.Identified(1, 2, 3, 4));
        var browser = await portal.BrowserOfAsync(force.Supervisor);

        var answer = await browser.SubmitAsync(await browser.OpenAsync($"/returns/{signed.Number}/correct"), null, ("Input.Reason", " "));
        Assert.Contains("Say why the figures are corrected.", (await answer.HtmlAsync()).MainText());
        await world.CorrectReturnAsync(force.Supervisor, signed, World.Identified(1, 2, 3, 5));
        var twice = await browser.SubmitAsync(await browser.OpenAsync($"/returns/{signed.Number}/correct"), null, ("Input.Reason", "Again"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains(Return.DraftIsThere, (await twice.HtmlAsync()).MainText());
    }

    [Fact]
    public async Task Somebody_of_a_committee_reports_and_works_on_no_case()
    {
        var committee = await world.CommitteeAsync();
        var browser = await portal.BrowserOfAsync(committee.Officer);

        await browser.OpenAsync("/returns/new");
        foreach (var url in new[] { "/cases", "/cases/new", "/find", "/referrals", "/emergency" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(url)).StatusCode);
        Assert.DoesNotContain("/cases", (await browser.OpenAsync("/")).QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")));
    }

    private static (string, string) Cell(string code, string typed) => ($"Input.Cells[{FigureCell.All.ToList().IndexOf(FigureCell.Parse(code)!.Value)}].Value", typed);

    private static IHtmlInputElement Input(IHtmlDocument page, string code) => Assert.IsType<IHtmlInputElement>(page.QuerySelector($"[name='{Cell(code, "").Item1}']"), exactMatch: false);

    private async Task<HttpStatusCode> StatusAsync(User user, string url) => (await (await portal.BrowserOfAsync(user)).GetAsync(url)).StatusCode;

    private Task<Return> KeptAsync(Force force) => world.AsAsync(force.Supervisor, (_, db) =>
        db.Returns.AsNoTracking().Include(r => r.Cells).Where(r => r.UnitId == force.Headquarters.Id).OrderByDescending(r => r.Version).FirstAsync());
}
