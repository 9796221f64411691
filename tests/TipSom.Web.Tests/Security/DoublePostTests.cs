using System.Net;
using Npgsql;
using TipSom.Data;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security;

/// <summary>
/// Every form of the case's side posted twice does it once and leads to the same place. The audit trail, written by trigger, counts the
/// effects. (The provider's forms are in Referrals/RaceTests.)
/// </summary>
public sealed class DoublePostTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private static readonly (string, string)[] Woman =
    [
        ("Input.Person.Safety", "NotSafe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "30"), ("Input.Needs", "Shelter")
    ];

    private readonly World world = new(database);
    private readonly Portal portal = new(database);

    [Fact]
    public async Task Logging_adding_a_person_consenting_and_withdrawing_consent_happen_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var officer = await portal.BrowserOfAsync(police.Officer);

        await OnceAsync(officer, "/cases/new", [.. Woman, ("Input.DistrictCode", "PB-LAHORE"), ("Step", "Save")]);
        await OnceAsync(officer, $"/cases/{@case.Number}/people/new", Woman);
        await OnceAsync(officer, $"/cases/{@case.Number}/people/1/consent",
            ("Input.Agrees", "true"), ("Input.Basis", "OwnConsent"), ("Input.Form", "Spoken"), ("Input.LanguageCode", "urd"));
        await OnceAsync(officer, $"/cases/{@case.Number}/people/1/withdraw-consent");
    }

    [Fact]
    public async Task Correcting_closing_and_reopening_happen_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var (officer, supervisor) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(police.Supervisor));

        await OnceAsync(officer, $"/cases/{@case.Number}/facts", ("Input.DistrictCode", "PB-KASUR"));
        await OnceAsync(officer, $"/cases/{@case.Number}/close", ("Input.Reason", "LostContact"));
        await OnceAsync(supervisor, $"/cases/{@case.Number}/reopen", ("Input.Words", "She called."));
    }

    [Fact]
    public async Task Changing_an_identity_happens_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var url = $"/cases/{@case.Number}/people/1/edit-identity";
        var asked = await officer.OpenAsync(url);
        var reason = asked.QuerySelector("main input[type=radio]")!;

        var opened = await (await officer.SubmitAsync(asked, null, (reason.GetAttribute("name")!, reason.GetAttribute("value")!), ("Step", "Open"))).HtmlAsync();

        await OnceAsync(officer, opened, url, ("Input.Name", "Somebody Else"), ("Step", "Save"));
    }

    [Fact]
    public async Task Everything_recorded_about_a_person_happens_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var (person, need) = ($"/cases/{@case.Number}/people/1", @case.Victims[0].Needs[0].Id);

        await OnceAsync(officer, $"{person}/indicators", ("Input.Answers[0].Answer", "Yes"));
        await OnceAsync(officer, $"{person}/exploitation", ("Input.Types", "FL"));
        await OnceAsync(officer, $"{person}/route", ("Input.Stage", "Transit"), ("Input.CountryCode", "IR"));
        var place = await world.AsAsync(police.Officer, (_, db) => Task.FromResult(db.RoutePlaces.Single(p => p.CaseId == @case.Id).Id));
        await OnceAsync(officer, $"{person}/route/{place}/remove");
        await OnceAsync(officer, $"{person}/vulnerabilities", ("Input.Factors[0].Answer", "Risk"));
        await OnceAsync(officer, $"{person}/risk", ("Input.Level", "Low"));
        await OnceAsync(officer, $"{person}/reflection");
        await OnceAsync(officer, $"{person}/provider-notes", ("Input.Diet", "No milk"));
        await OnceAsync(officer, $"{person}/needs", ("Input.Service", "LegalAid"), ("Input.Urgency", "Routine"));
        await OnceAsync(officer, $"{person}/needs/{need}/urgency", ("Input.Urgency", "Routine"), ("Input.Reason", "Calm now"));
        await OnceAsync(officer, $"{person}/needs/{need}/end", ("Input.Ending", "MetOtherwise"), ("Input.Reason", "At her aunt's"));
    }

    [Fact]
    public async Task Correcting_a_title_and_taking_a_document_out_happen_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var document = await world.DocumentAsync(police.Officer, @case);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var url = $"/cases/{@case.Number}/documents/{document.Id}";

        await OnceAsync(officer, $"{url}/title", ("Input.Title", "Another"));
        await OnceAsync(officer, $"{url}/take-out", ("Input.Reason", "Twice"));
    }

    [Fact]
    public async Task Changing_the_clocks_happens_once()
    {
        var police = await world.PoliceAsync();
        var administrator = await world.UserAsync(police.Headquarters, Domain.Identity.Role.NationalAdministrator);

        await OnceAsync(await portal.BrowserOfAsync(administrator), "/admin/clocks", ("Input.RemindAt", "40"));
    }

    [Fact]
    public async Task Choosing_mails_happens_once()
    {
        var police = await world.PoliceAsync();

        await OnceAsync(await portal.BrowserOfAsync(police.Officer), "/account/notifications", ("Input.QuietFrom", "22:00"), ("Input.QuietTo", "06:00"));
    }

    [Fact]
    public async Task Sending_taking_back_and_renewing_the_slip_happen_once()
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var accepted = await world.AcceptAsync(shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)));
        var officer = await portal.BrowserOfAsync(police.Officer);
        var need = @case.Victims[0].Needs[0].Id;

        await OnceAsync(officer, $"/cases/{@case.Number}/people/1/send?need={need}&to={shelter.Service.Id}", ("Input.IsSafe", "true"));
        await OnceAsync(officer, $"/referrals/{accepted.Number}/slip");
        await OnceAsync(officer, $"/referrals/{accepted.Number}/withdraw", ("Input.Reason", nameof(WithdrawReason.Safety)));
    }

    [Fact]
    public async Task Keeping_services_and_places_and_noting_what_the_place_must_offer_happen_once()
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var @case = await world.CaseAsync(police.Officer);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var manager = await portal.BrowserOfAsync(shelter.Manager);
        var url = $"/services/{shelter.Service.Id}";

        await OnceAsync(officer, $"/cases/{@case.Number}/people/1/placement", ("Input.ChildrenAlong", "2"));
        await OnceAsync(manager, "/services/new", ("Input.Service", "LegalAid"), ("Input.Takes.Groups", "Women"));
        await OnceAsync(manager, url, ("Input.Takes.IsAccessible", "true"));
        await OnceAsync(manager, url + "/places", ("Input.Free", "3"));
        await OnceAsync(manager, url + "/stop", ("Input.Confirmed", "true"));
    }

    [Fact]
    public async Task Writing_recording_planning_and_answering_after_care_happen_once()
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var inCare = await world.ArriveAsync(shelter.Caseworker, await world.AcceptAsync(
            shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter))));
        var item = await world.PlanAsync(shelter.Caseworker, inCare);
        var (officer, caseworker) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(shelter.Caseworker));
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

        await OnceAsync(officer, $"/referrals/{inCare.Number}/messages", ("Input.Text", "She asks for a doctor."));
        await OnceAsync(caseworker, $"/referrals/{inCare.Number}/care/new", ("Input.Day", today), ("Input.Service", "Counselling"));
        await OnceAsync(caseworker, $"/referrals/{inCare.Number}/plan", ("Input.Service", "LegalAid"), ("Input.DueOn", today), ("Input.Goal", "A lawyer"));
        await OnceAsync(caseworker, $"/referrals/{inCare.Number}/plan/{item.Id}", ("Input.Ending", "Reached"));
        await world.CloseAsync(shelter.Caseworker, inCare);
        await world.LetDaysPassAsync(inCare);
        await OnceAsync(caseworker, $"/referrals/{inCare.Number}/follow-up/30", ("Input.Answer", "NeedsHelp"));
        await OnceAsync(officer, $"/referrals/{inCare.Number}/help/30");
    }

    [Fact]
    public async Task Asking_telling_reviewing_voiding_and_looking_for_a_place_happen_once()
    {
        var desk = await world.CoordinatorAsync();
        var (police, shelter, strange) = (await world.PoliceAsync(), await world.ProviderAsync(), await world.ProviderAsync([Domain.Victims.VictimGroup.Men]));
        await world.AgreementAsync(police, shelter);
        Task<Referral> InAsync(ReferralStatus status) => world.ReferralAsync(status, police, shelter);
        var late = await InAsync(ReferralStatus.Accepted);
        await world.LetTheArrivalPassAsync(late);
        var (man, woman) = (await world.CaseAsync(police.Officer, World.Woman with { Sex = Domain.Victims.Sex.Male }), await world.CaseAsync(police.Officer));
        foreach (var @case in new[] { man, woman })
            await world.ConsentAsync(police.Officer, @case);
        var overridden = (await world.SendAsync(police.Supervisor, man, [strange], overrideReason: "He waits outside with a gun."))[0];
        var (officer, supervisor) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(police.Supervisor));
        var (caseworker, coordinator) = (await portal.BrowserOfAsync(shelter.Caseworker), await portal.BrowserOfAsync(desk));

        await OnceAsync(caseworker, $"/referrals/{(await InAsync(ReferralStatus.Seen)).Number}/ask", ("Input.Text", "Does she walk?"));
        await OnceAsync(officer, $"/referrals/{(await InAsync(ReferralStatus.InformationRequested)).Number}/inform", ("Input.Text", "She does."));
        await OnceAsync(caseworker, $"/referrals/{late.Number}/no-show", ("Input.Confirmed", "true"));
        await OnceAsync(supervisor, $"/referrals/{(await InAsync(ReferralStatus.Sent)).Number}/void", ("Input.Reason", "Entered twice."));
        foreach (var verdict in new[] { "ConfirmDecline", "ReturnToProvider" })
            await OnceAsync(coordinator, $"/referrals/{(await InAsync(ReferralStatus.Declined)).Number}/review", ("Input.Verdict", verdict), ("Input.Note", "A bed is free."));
        await OnceAsync(coordinator, $"/referrals/{overridden.Number}/override-review", ("Input.IsUpheld", "true"));
        var need = await world.UnplacedAsync(police.Officer, woman.Victims[0].Needs[0].Id);
        await OnceAsync(coordinator, $"/board/unplaced/{need.Id}", ("Input.ServiceId", shelter.Service.Id.ToString()));
        var declined = await InAsync(ReferralStatus.Declined);
        var sought = (await officer.OpenAsync($"/referrals/{declined.Number}")).QuerySelector("main a.btn[href*='/refer']")!.GetAttribute("href")!;
        await OnceAsync(officer, sought);
    }

    [Fact]
    public async Task Deciding_on_agreements_happens_once()
    {
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var administrator = await world.AdministratorAsync(police);
        var agreement = await world.AgreementAsync(police, shelter);
        await world.ProposeChangeAsync(administrator, agreement, t => t with { Places = 77 });
        var url = $"/agreements/{agreement.Id}";

        await OnceAsync(await portal.BrowserOfAsync(await world.CoordinatorAsync()), $"{url}/approve", ("Input.Answer", "Approve"));
        await OnceAsync(await portal.BrowserOfAsync(shelter.Manager), $"{url}/approve", ("Input.Answer", "Refuse"), ("Input.Reason", "Too many"));
        var browser = await portal.BrowserOfAsync(administrator);
        await OnceAsync(browser, $"{url}/change", ("Step", "Save"), ("Input.Places", "5"));
        foreach (var act in new[] { "suspend", "resume", "end" })
            await OnceAsync(browser, $"{url}/{act}", ("Input.Reason", "Test"));
    }

    [Fact]
    public async Task Reminding_taking_over_and_handing_over_happen_once()
    {
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        await world.AgreementAsync(police, shelter);
        var referral = await world.SentReferralAsync(police, shelter);
        var @case = await world.CaseAsync(police.Officer);
        var station = await world.StationAsync(police);
        var desk = await portal.BrowserOfAsync(coordinator);

        await OnceAsync(desk, $"/board/unplaced/{(await world.UnplacedAsync(police.Officer, @case.Victims[0].Needs[0].Id)).Id}/take-over");
        await OnceAsync(await portal.BrowserOfAsync(police.Supervisor), $"/cases/{@case.Number}/hand-over", ("Input.UnitId", $"{station.Id}"));
        var register = await world.UploadAsync(Register.Of(5), station, police.Supervisor);
        await OnceAsync(await portal.BrowserOfAsync(police.Supervisor), $"/import/{register.Id}", ("Step", "Cancel"));
        var form = await desk.OpenAsync($"/referrals/{referral.Number}/remind");
        var first = await desk.SubmitAsync(form);
        var second = await desk.SubmitAsync(form);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task What_is_done_about_the_law_of_a_case_happens_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var officer = await portal.BrowserOfAsync(police.Officer);
        var url = $"/cases/{@case.Number}/law";
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

        await OnceAsync(officer, url + "/when", ("Input.From", today));
        await OnceAsync(officer, url + "/offences", ("Input.Code", "PPC-342"));
        var (dropped, charged) = (await world.OffenceAsync(police.Officer, @case, "PPC-344"), await world.OffenceAsync(police.Officer, @case, "PPC-343"));
        await OnceAsync(officer, url + $"/offences/{dropped.Id}");
        await OnceAsync(officer, url + "/lead", ("Input.Border", "AcrossBorder"), ("Input.Lead", "ByLaw"));
        await OnceAsync(officer, url + "/fir", ("Input.Serial", "1"), ("Input.Year", today[..4]), ("Input.Day", today));
        await OnceAsync(officer, url + "/step", ("Input.Stage", "CH_COM"), ("Input.Day", today));
        var suspect = await world.SuspectAsync(police.Officer, @case);
        await OnceAsync(officer, url + "/charges", ("Input.Accused", $"{suspect.Position}"), ("Input.Offence", $"{charged.Id}"), ("Input.On", today));
        var charge = await world.ChargeAsync(police.Officer, @case, charged);
        await OnceAsync(officer, url + $"/charges/{charge.Id}", ("Input.Verdict", "Acquitted"), ("Input.DecidedOn", today));
        await OnceAsync(officer, url + "/compensation/1", ("Input.AskedOn", today));
        await OnceAsync(officer, url + "/protection", ("Input.VideoLink", "true"));
        await OnceAsync(officer, url + "/reclassify", ("Input.Reason", "No exploitation was found."));
    }

    [Fact]
    public async Task Working_together_happens_once()
    {
        var (police, fia) = (await world.PoliceAsync(), await world.FiaAsync());
        var @case = await world.CaseAsync(police.Officer);
        var asked = await world.ShareAsync(police.Officer, @case, fia.Headquarters);
        var (officer, supervisor) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(police.Supervisor));
        var there = await portal.BrowserOfAsync(fia.Supervisor);
        var (sharing, lead) = ($"/cases/{@case.Number}/sharing", $"/cases/{@case.Number}/lead");

        await OnceAsync(supervisor, $"{sharing}/{asked.Id}/decide", ("Input.Answer", "Share"));
        await OnceAsync(officer, $"{sharing}/new", ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "They hold the other half."));
        await OnceAsync(officer, $"{sharing}/{asked.Id}/take-back");
        await OnceAsync(officer, $"{sharing}/notes", ("Input.Text", "The bus left at six."));
        await OnceAsync(officer, lead, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "It crosses the border."));
        await OnceAsync(supervisor, $"{lead}/approve");
        await OnceAsync(officer, $"{lead}/take-back");
        await OnceAsync(supervisor, lead, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "It crosses the border."));
        await OnceAsync(there, $"/transfers/{@case.Number}", ("Input.Answer", "Accept"));
    }

    [Fact]
    public async Task What_is_kept_of_people_and_suspects_happens_once()
    {
        var police = await world.PoliceAsync();
        var @case = await world.CaseAsync(police.Officer);
        var (officer, supervisor) = (await portal.BrowserOfAsync(police.Officer), await portal.BrowserOfAsync(police.Supervisor));
        var url = $"/cases/{@case.Number}";

        await OnceAsync(officer, url + "/people/new", ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "6"), ("Step", "AddAndGoOn"));
        await OnceAsync(officer, url + "/people/1/roles", ("Input.Roles", "Witness"), ("Input.Reason", "She saw it"));
        await OnceAsync(officer, url + "/people/1/family", ("Input.As", "Parent"), ("Input.With", "2"));
        var tie = await world.AsAsync(police.Officer, (_, db) => Task.FromResult(db.FamilyTies.Single(t => t.CaseId == @case.Id)));
        await OnceAsync(officer, $"{url}/people/1/family/{tie.Id}/end");
        await OnceAsync(officer, url + "/people/1/describe", ("Input.AgeBasis", "Stated"));
        await OnceAsync(officer, url + "/people/2/safe-contact", ("Step", "Save"), ("Input.Rules[0].IsAllowed", "true"));
        await OnceAsync(officer, url + "/people/1/accuse", ("Input.HasRead", "true"), ("Input.Why", "Sold two others"));
        await OnceAsync(supervisor, url + "/suspects/1/look", ("Input.Note", "Seen"));
        await OnceAsync(officer, url + "/suspects/new", ("Input.Sex", "Male"), ("Input.Status", "Suspected"));
        await OnceAsync(officer, url + "/suspects/2/status", ("Input.Status", "Arrested"));
        await OnceAsync(officer, url + "/suspects/2/is-victim");
        var change = url + "/suspects/1/change";
        var opened = await (await officer.SubmitAsync(await officer.OpenAsync(change), null, ("Reason.Chosen", "To check a document"), ("Step", "Open"))).HtmlAsync();
        await OnceAsync(officer, opened, change, ("Input.Years", "30"), ("Step", "Save"));
    }

    [Fact]
    public async Task Linking_merging_asking_and_answering_happen_once()
    {
        var (police, stranger) = (await world.PoliceAsync(), await world.FiaAsync());
        var identity = World.KnownIdentity with { IdNumber = "9000099999991" };
        var (one, other) = (await world.CaseAsync(police.Officer, identity: identity), await world.CaseAsync(police.Officer));
        await world.CaseAsync(stranger.Officer, identity: identity);
        await portal.ReadNamesAsync();
        var browser = await portal.BrowserOfAsync(police.Officer);
        var connect = $"/cases/{one.Number}/people/1/connect";
        var found = await (await browser.SubmitAsync(await browser.OpenAsync(connect), null, ("Step", "Look"))).HtmlAsync(connect);

        await OnceAsync(browser, found, connect, ("Step", "Ask"), ("Input.UnitId", $"{stranger.Station.Id}"), ("Input.Purpose", "Danger"));
        var asked = await portal.BrowserOfAsync(stranger.Officer);
        await OnceAsync(asked, (await asked.OpenAsync("/")).QuerySelector("main a[href^='/connect/']")!.GetAttribute("href")!, ("Input.Answer", "CannotSay"));
        var same = $"/cases/{one.Number}/people/1/same-person";
        await OnceAsync(browser, same, ("Step", "Link"), ("Input.Number", other.Number), ("Input.Person", "1"), ("Input.LinkBecause", "PersonSaysSo"));
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        await portal.DisposeAsync();
    }

    private async Task OnceAsync(PortalBrowser browser, string url, params (string, string)[] fields) =>
        await OnceAsync(browser, await browser.OpenAsync(url), url, fields);

    private async Task OnceAsync(PortalBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page, string url, params (string, string)[] fields)
    {
        var before = await EffectsAsync();
        var first = await browser.SubmitAsync(page, null, fields);
        var after = await EffectsAsync();
        var second = await browser.SubmitAsync(page, null, fields);

        Assert.True(first.StatusCode == HttpStatusCode.Redirect, $"{url} answered {(int)first.StatusCode}");
        Assert.True(after > before, $"{url} changed nothing");
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(after, await EffectsAsync());
    }

    private async Task<long> EffectsAsync()
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from audit.entries", connection);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
