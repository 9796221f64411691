using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Reporting;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security;

/// <summary>After a whole journey, no log line, address or title holds anything of the person, of what happened, or of where they are met.</summary>
public sealed class NoPersonalDataInLogsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>What the tests' people are called, and what is sealed with them. Pieces, so that half a name is found too.</summary>
    private static readonly string[] Personal =
    [
        .. World.KnownIdentity.Name!.Split(' '), .. World.KnownIdentity.FatherName!.Split(' '),
        World.KnownIdentity.IdNumber!, World.KnownIdentity.Phone!,
        World.KnownNarrative, "Filecanary", "Narrativecanary", "Messagecanary", "Carecanary", "Plancanary", "Doorcanary", "Lanecanary", "Registercanary", "042-5555555",
        "Fircanary", "Stepcanary", "Reasoncanary", "Notecanary", "Accountcanary", "Emergencycanary", "Reviewcanary",
        "Suspectcanary", "Suspectfather", "Canaryalias", "Canarystreet", "Canaryscar", "Canarygroup", "9000076543211"
    ];

    [Fact]
    public async Task A_whole_journey_leaves_no_trace_of_the_person()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var agreement = await world.AgreementAsync(police, shelter);
        var auditor = await world.UserAsync(police.Headquarters, Role.Auditor);
        var administrator = await world.UserAsync(police.Headquarters, Role.NationalAdministrator);
        var keeper = await world.UserAsync(police.Headquarters, Role.AgencyAdministrator);
        var proposal = await world.ProposeRoleAsync(await world.AdministratorAsync(police), (await world.FiaAsync()).Headquarters);
        var register = await world.UploadAsync(Register.Of(5), police.Station, police.Supervisor);
        var download = await world.AskDownloadAsync(police.Supervisor);
        var papers = await world.CaseAsync(police.Officer);
        var document = await world.DocumentAsync(police.Officer, papers);
        var signed = await world.SignedReturnAsync(police.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2026, 1), World.Identified(1, 2, 3, 4));
        var draft = await world.BeginReturnAsync(police.Supervisor, ReportPeriod.Beginning(PeriodKind.Month, 2026, 2));
        await world.CountAsync();
        var (released, release) = (await world.ReleaseAsync(administrator, 2020, isSigned: true), await world.ReleaseAsync(administrator, 2020));
        var pages = new (User Reader, string[] Urls)[]
        {
            (police.Officer, ["/", "/find", "/notifications", "/account/notifications", "/account", "/account/app", "/account/card", "/account/keys", "/account/password", "/account/remove", "/account/sessions", "/account/confirm", "/account/set-up", "/providers", "/agreements", $"/agreements/{agreement.Id}"]),
            // The page of documents shows their titles to those on the case; the others show none.
            (police.Officer, [.. ((string[])["/new", $"/{document.Id}/file", $"/{document.Id}/take-out"]).Select(act => $"/cases/{papers.Number}/documents{act}")]),
            (police.Supervisor, ["/", "/looks", "/board", "/board/referrals", "/board/unplaced", "/board/gaps", "/import", "/import/new", $"/import/{register.Id}", $"/import/{register.Id}/columns"]),
            (shelter.Caseworker, ["/", "/inbox", "/care", "/notifications", "/providers", "/services", $"/services/{shelter.Service.Id}/places"]),
            (shelter.Manager, ["/services/new", $"/services/{shelter.Service.Id}", $"/services/{shelter.Service.Id}/stop"]),
            (administrator, ["/", "/admin/mail", "/admin/clocks", "/admin/emergency", "/admin/users", "/admin/users/invite", "/admin/users/import", "/admin/users/proposals", $"/admin/users/proposals/{proposal}", "/admin/agencies", "/admin/agencies/new"]),
            (administrator, [.. ((string[])["", "/suspend", "/resume"]).Select(act => $"/admin/agencies/{shelter.Agency.Id}{act}")]),
            (keeper, ["/admin/users", "/admin/users/invite", "/admin/users/import", "/admin/units", "/admin/units/new", $"/admin/units/{police.Station.Id}", $"/admin/units/{police.Station.Id}/end"]),
            (keeper, [.. ((string[])["", "/move", "/leave", "/code", "/sessions", "/factor", "/disable", "/enable"]).Select(act => $"/admin/users/{police.Officer.Id}{act}")]),
            (coordinator, ["/", "/board", "/board/referrals", "/board/referrals?show=Answered", "/board/unplaced", "/board/gaps", "/board/csv"]),
            (await world.AdministratorAsync(police),
            [
                "/agreements", "/agreements/new", $"/agreements/{agreement.Id}", $"/agreements/{agreement.Id}/change", $"/agreements/{agreement.Id}/suspend",
                $"/agreements/{agreement.Id}/resume", $"/agreements/{agreement.Id}/end", $"/agreements/{agreement.Id}/document"
            ]),
            (shelter.Manager, [$"/agreements/{agreement.Id}/approve"]),
            (auditor, ["/", "/audit", "/audit/emergency", "/audit/patterns"]),
            (police.Supervisor, ["/returns", "/returns/new", "/returns/upload", $"/returns/{signed.Number}", $"/returns/{signed.Number}/correct", $"/returns/{draft.Number}/edit", $"/returns/{draft.Number}/sign-off"]),
            (coordinator, ["/returns", "/returns/missing", "/returns/duties", "/statistics/published", "/statistics/reports/annual", "/statistics/reports/district?district=PB-LAHORE"]),
            (administrator, ["/statistics/exports", "/statistics/exports/mapping", "/statistics/exports/template"]),
            (administrator, ["/statistics/published/new", $"/statistics/published/{await world.AsAsync(administrator, (_, db) => db.PublishedFigures.Select(f => f.Id).FirstAsync())}/withdraw"]),
            (coordinator, ["/statistics", "/statistics?plot=funnel&format=csv", "/statistics/by/form", "/statistics/definitions"]),
            (police.Supervisor, ["/statistics/list", "/figures", "/figures/method"]),
            (administrator, ["/releases", $"/releases/{release.Number}", $"/releases/{release.Number}/sign-off", $"/figures/{released.Number}", $"/figures/{released.Number}.json", $"/figures/{released.Number}/groups.csv"]),
            (police.Supervisor, ["/downloads", $"/downloads/{download.Number}", $"/downloads/{download.Number}/cancel", $"/downloads/{download.Number}/fetch"])
        };

        var @case = await world.CaseAsync(police.Officer);
        var ended = await world.CloseCaseAsync(police.Officer, await world.CaseAsync(police.Officer));
        pages =
        [
            .. pages,
            (police.Officer, [.. ((string[])["timeline", "history", "looked", "close", "print/fir-annex", "people/1/print"]).Select(act => $"/cases/{@case.Number}/{act}")]),
            (police.Supervisor, [$"/cases/{ended.Number}/timeline", $"/cases/{ended.Number}/reopen", $"/cases/{ended.Number}/facts", "/erasures", $"/cases/{ended.Number}/erase"])
        ];
        var emergency = await world.AskInEmergencyAsync((await world.FiaAsync()).Officer, @case);
        pages = [.. pages, (police.Officer, ["/emergency", $"/emergency/{emergency.Number}"])];
        await world.FirAsync(police.Officer, @case, police.Station, 1);
        await world.StepAsync(police.Officer, @case, "INV", note: "Stepcanary: two rooms searched.");
        var charge = await world.ChargeAsync(police.Officer, @case, await world.OffenceAsync(police.Officer, @case));
        var officer = await portal.BrowserOfAsync(police.Officer);
        foreach (var act in new[]
        {
            "", "/when", "/offences", $"/offences/{charge.CaseOffenceId}", "/lead", "/fir", "/step", "/charges", $"/charges/{charge.Id}", "/compensation/1",
            "/protection", "/reclassify"
        })
            AssertNothingPersonal(act, (await officer.OpenAsync($"/cases/{@case.Number}/law{act}")).Title ?? "");
        await LookAsync();
        var fia = await world.FiaAsync();
        await world.ShareAsync(police.Supervisor, @case, fia.Station);
        var shared = await world.ShareAsync(police.Officer, @case, fia.Headquarters);
        await world.NoteAsync(fia.Officer, @case);
        await world.OfferAsync(police.Supervisor, @case, fia.Station);
        var erasure = await world.EraseLaterAsync(police);
        await TitlesAsync();
        await world.ConsentAsync(police.Officer, @case);
        var referral = await world.SendAsync(police.Officer, @case, shelter);
        await LookAsync();
        await world.OpenAsync(shelter.Caseworker, referral);
        await world.AcceptAsync(shelter.Caseworker, referral);
        await LookAsync();
        await world.WriteAsync(police.Officer, referral, Side.Sender);
        await world.ArriveAsync(shelter.Caseworker, referral);
        await world.RecordCareAsync(shelter.Caseworker, referral);
        await world.PlanAsync(shelter.Caseworker, referral);
        await LookAsync();
        await world.CloseAsync(shelter.Caseworker, referral);
        await LookAsync();

        Assert.True(portal.Log.Lines.Count > 100);
        foreach (var line in portal.Log.Lines)
            AssertNothingPersonal("log", line);

        // These pages show what was written in own words, to those it was written for; no log and no title does.
        async Task TitlesAsync()
        {
            var sharing = $"/cases/{@case.Number}/sharing";
            foreach (var (reader, url) in new[]
            {
                (police.Supervisor, sharing), (police.Officer, $"{sharing}/new"), (fia.Officer, $"{sharing}/notes"), (police.Supervisor, $"{sharing}/{shared.Id}/decide"),
                (police.Officer, $"{sharing}/{shared.Id}/take-back"), (police.Officer, $"/cases/{@case.Number}/lead"), (police.Supervisor, $"/cases/{@case.Number}/lead/approve"),
                (police.Officer, $"/cases/{@case.Number}/lead/take-back"), (fia.Supervisor, $"/transfers/{@case.Number}"),
                (police.Supervisor, $"/erasures/{erasure.Id}"), (police.Supervisor, $"/cases/{@case.Number}/redact/account")
            })
                AssertNothingPersonal(url, (await (await portal.BrowserOfAsync(reader)).OpenAsync(url)).Title!);
        }

        async Task LookAsync()
        {
            foreach (var (reader, urls) in pages)
            {
                var browser = await portal.BrowserOfAsync(reader);
                foreach (var url in urls)
                    AssertClean(url, await browser.OpenAsync(url));
            }
        }
    }

    [Fact]
    public async Task The_roads_that_lead_back_leave_no_trace_of_the_person_either()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var desk = await world.CoordinatorAsync();
        var (police, shelter, strange) = (await world.PoliceAsync(), await world.ProviderAsync(), await world.ProviderAsync([Domain.Victims.VictimGroup.Men]));
        await world.AgreementAsync(police, shelter);
        Task<Referral> InAsync(ReferralStatus status) => world.ReferralAsync(status, police, shelter);
        var (asked, declined) = (await InAsync(ReferralStatus.InformationRequested), await InAsync(ReferralStatus.Declined));
        var man = await world.CaseAsync(police.Officer, World.Woman with { Sex = Domain.Victims.Sex.Male });
        await world.ConsentAsync(police.Officer, man);
        var unplaced = await world.UnplacedAsync(police.Officer, man.Victims[0].Needs[0].Id);
        var choose = $"/cases/{man.Number}/people/1/refer?need={unplaced.NeedId}";
        var pages = new (User Reader, string[] Urls)[]
        {
            (police.Officer, ["/", $"/referrals/{asked.Number}/inform", $"/referrals/{declined.Number}", choose, $"/cases/{man.Number}/people/1/ask-desk?need={unplaced.NeedId}"]),
            (police.Supervisor, ["/", choose, $"/referrals/{asked.Number}/void"]),
            (shelter.Caseworker,
            [
                "/", $"/referrals/{(await InAsync(ReferralStatus.Seen)).Number}/ask", $"/referrals/{(await InAsync(ReferralStatus.Accepted)).Number}/no-show",
                $"/referrals/{asked.Number}", $"/referrals/{declined.Number}"
            ]),
            (desk, ["/", $"/board/unplaced/{unplaced.Id}", $"/referrals/{declined.Number}", $"/referrals/{declined.Number}/review"])
        };

        await LookAsync();
        var overridden = (await world.SendAsync(police.Supervisor, man, [strange], overrideReason: "He waits outside with a gun."))[0];
        pages = [.. pages, (desk, [$"/referrals/{overridden.Number}", $"/referrals/{overridden.Number}/override-review"])];
        await LookAsync();

        foreach (var line in portal.Log.Lines)
            AssertNothingPersonal("log", line);

        async Task LookAsync()
        {
            foreach (var (reader, urls) in pages)
            {
                var browser = await portal.BrowserOfAsync(reader);
                foreach (var url in urls)
                {
                    var answer = await browser.GetAsync(url);
                    AssertClean(url, answer.Headers.Location is null ? await answer.HtmlAsync(url) : await browser.FollowAsync(answer));
                }
            }
        }
    }

    /// <summary>Their pages show what was told to those on the case; no log line, title or address does, and no list.</summary>
    [Fact]
    public async Task What_is_recorded_about_a_person_leaves_no_trace_beside_its_own_page()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var place = await world.AssessAsync(police.Officer, @case);
        var browser = await portal.BrowserOfAsync(police.Officer);
        var person = $"/cases/{@case.Number}/people/1";

        foreach (var act in new[] { "indicators", "exploitation", "vulnerabilities", "risk", "provider-notes", "needs" })
        {
            var page = await browser.OpenAsync($"{person}/{act}");
            AssertNothingPersonal(act, page.Title ?? "");
            foreach (var link in page.QuerySelectorAll("a[href], form[action]"))
                AssertNothingPersonal(act, Uri.UnescapeDataString(link.GetAttribute("href") ?? link.GetAttribute("action")!));
        }

        foreach (var url in new[]
        {
            "/", $"{person}/route", $"{person}/route/{place.Id}/remove", $"{person}/reflection", $"{person}/consent-history",
            $"{person}/needs/{@case.Victims[0].Needs[0].Id}/urgency", $"{person}/needs/{@case.Victims[0].Needs[0].Id}/end"
        })
            AssertClean(url, await browser.OpenAsync(url));
        foreach (var line in portal.Log.Lines)
            AssertNothingPersonal("log", line);
    }

    [Fact]
    public async Task The_pages_of_a_person_and_of_suspects_leave_no_trace_of_either()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var tie = await world.TieAsync(police.Officer, @case, await world.AddPersonAsync(police.Officer, @case));
        await world.SuspectAsync(police.Officer, @case);
        await world.AccuseAsync(police.Officer, @case);
        var officer = await portal.BrowserOfAsync(police.Officer);

        foreach (var page in new[]
        {
            "people/1", "people/1/roles", "people/1/family", $"people/1/family/{tie.Id}/end", "people/1/describe", "people/1/safe-contact", "people/1/edit-identity",
            "people/1/accuse", "people/new", "suspects", "suspects/new", "suspects/1", "suspects/1/change", "suspects/1/status", "suspects/1/is-victim", "suspects/2"
        })
            AssertClean(page, await officer.OpenAsync($"/cases/{@case.Number}/{page}"));
        AssertClean("look", await (await portal.BrowserOfAsync(police.Supervisor)).OpenAsync($"/cases/{@case.Number}/suspects/2/look"));

        foreach (var line in portal.Log.Lines)
            AssertNothingPersonal("log", line);
    }

    /// <summary>Reason and note are shown to those who decide on them, and the identity to who asked; no log line, title or address says any of it.</summary>
    [Fact]
    public async Task An_opening_in_an_emergency_leaves_no_trace_beside_its_own_pages()
    {
        await using var world = new World(database);
        await using var portal = new Portal(database);
        var (holder, force) = (await world.PoliceAsync(), await world.FiaAsync());
        await world.CaseAsync(holder.Officer);
        var (asker, desk) = (await portal.BrowserOfAsync(force.Officer), await portal.BrowserOfAsync(await world.CoordinatorAsync()));
        var asked = await asker.SubmitAsync(
            await asker.OpenAsync("/emergency"), "form[action='/emergency']",
            ("Input.Sought", World.KnownIdentity.IdNumber!), ("Input.Basis", "CourtOrder"), ("Input.Reason", World.KnownEmergency));
        var here = asked.Headers.Location!.OriginalString;
        await world.AskInEmergencyAsync(force.Officer, World.KnownIdentity.IdNumber!);
        var waiting = await world.AskInEmergencyAsync(force.Officer, World.KnownIdentity.IdNumber!);
        var opened = await (await asker.SubmitAsync(await asker.OpenAsync($"{here}/identity"))).HtmlAsync(here);
        Assert.Contains("Canarybird", opened.MainText());
        AssertNamesNobody(here, opened);
        AssertNamesNobody("review", await desk.OpenAsync($"{here}/review"));
        await desk.SubmitAsync(await desk.OpenAsync($"{here}/review"), null, ("Input.IsJustified", "true"), ("Input.Note", "Reviewcanary: the call was heard."));

        foreach (var (reader, url) in new[] { (asker, here), (asker, "/emergency"), (desk, here), (desk, $"/emergency/{waiting.Number}/approve") })
            AssertNamesNobody(url, await reader.OpenAsync(url));
        foreach (var line in portal.Log.Lines)
            AssertNothingPersonal("log", line);
    }

    [Fact]
    public void What_is_searched_for_would_be_found() =>
        Assert.Throws<Xunit.Sdk.FalseException>(() => AssertNothingPersonal("log", "GET /cases?name=zarmeena"));

    // Lists hold no identity at all, so the whole page is searched, not only its title and links.
    private static void AssertClean(string url, IHtmlDocument page)
    {
        AssertNamesNobody(url, page);
        AssertNothingPersonal(url, page.DocumentElement.TextContent);
    }

    private static void AssertNamesNobody(string url, IHtmlDocument page)
    {
        AssertNothingPersonal(url, page.Title ?? "");
        foreach (var link in page.QuerySelectorAll("a[href], form[action]"))
            AssertNothingPersonal(url, Uri.UnescapeDataString(link.GetAttribute("href") ?? link.GetAttribute("action")!));
    }

    private static void AssertNothingPersonal(string where, string text)
    {
        foreach (var word in Personal)
            Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{where} holds \"{word}\": {text[..Math.Min(text.Length, 300)]}");
    }
}
