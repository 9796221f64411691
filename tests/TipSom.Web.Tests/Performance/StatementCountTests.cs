using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>No page and no act asks the database much: a list that grew a query for each row fails here.</summary>
public sealed partial class StatementCountTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const int MostToRead = 8;
    private const int MostToWrite = 16;

    /// <summary>Its referral, the two copies for it, and a line on each timeline; all of them go in one round trip.</summary>
    private const int MostForAFurtherProvider = 5;

    private readonly Portal portal = new(database);
    private readonly List<StatementCounter> counters = [];

    [Fact]
    public async Task A_page_takes_at_most_eight_statements_and_an_act_sixteen()
    {
        await using var world = new World(database);
        var coordinator = await world.CoordinatorAsync();
        var police = await world.PoliceAsync();
        var shelter = await world.ProviderAsync();
        var agreement = await world.AgreementAsync(police, shelter);
        // Enough of everything that a query for each row would show.
        for (var i = 0; i < 3; i++)
        {
            await world.SentReferralAsync(police, shelter);
            await world.CloseAsync(shelter.Caseworker, await world.ArriveAsync(shelter.Caseworker, await world.AcceptAsync(
                shelter.Caseworker, await world.OpenAsync(shelter.Caseworker, await world.SentReferralAsync(police, shelter)))));
        }

        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var need = @case.Victims[0].Needs[0].Id;
        var officer = await BrowserAsync(police.Officer);
        var caseworker = await BrowserAsync(shelter.Caseworker);
        var desk = await BrowserAsync(coordinator);

        foreach (var url in new[]
        {
            "/", "/cases", "/cases/new", $"/cases/{@case.Number}", $"/cases/{@case.Number}/people/new", $"/cases/{@case.Number}/people/1/consent",
            $"/cases/{@case.Number}/people/1/placement", $"/cases/{@case.Number}/people/1/identity", $"/cases/{@case.Number}/people/1/refer?need={need}", "/referrals", "/providers", "/agreements",
            $"/agreements/{agreement.Id}", "/account", "/account/notifications", "/account/app", "/account/card", "/account/confirm", "/account/keys", "/account/password", "/account/remove", "/account/sessions", "/notifications", "/looks"
        })
            await officer.OpenAsync(url);
        var preview = await officer.OpenAsync($"/cases/{@case.Number}/people/1/send?need={need}&to={shelter.Service.Id}");
        var document = $"/cases/{@case.Number}/documents/{(await world.DocumentAsync(police.Officer, @case)).Id}";
        foreach (var url in new[] { $"/cases/{@case.Number}/documents", $"/cases/{@case.Number}/documents/new", $"{document}/file" })
            await officer.OpenAsync(url);
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(await officer.OpenAsync($"{document}/file"), null, ("Reason.Chosen", "To check a document"))).StatusCode);
        await SubmitAsync(officer, $"{document}/title", ("Input.Title", "Another"));
        await SubmitAsync(officer, $"{document}/take-out", ("Input.Reason", "Twice"));
        var sent = await officer.SubmitAsync(preview, null, ("Input.IsSafe", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var number = sent.Headers.Location!.OriginalString.Split('/', '?')[2];

        await SubmitAsync(officer, "/cases/new", ("Input.Happened", "Kept"), ("__leave", "true"));
        await officer.OpenAsync("/");
        await officer.OpenAsync("/cases/new");
        await SubmitAsync(officer, "/", "main form[action='/drafts/end']");
        await SubmitAsync(officer, "/cases/new", ("Input.Person.Safety", "NotSafe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "30"),
            ("Input.DistrictCode", "PB-LAHORE"), ("Input.Needs", "Shelter"), ("Input.Needs", "LegalAid"), ("Input.Who.Name", "Somebody"), ("Step", "Save"));
        var fresh = await world.CaseAsync(police.Officer);
        await SubmitAsync(officer, $"/cases/{fresh.Number}/facts", ("Input.DistrictCode", "PB-KASUR"), ("Input.Border", "AcrossBorder"), ("Input.Happened", "Told again."));
        foreach (var act in new[] { "timeline", "history", "looked", "facts", "close", "print/fir-annex", "people/1/print" })
            await officer.OpenAsync($"/cases/{fresh.Number}/{act}");
        foreach (var sheet in new[] { "print/fir-annex", "people/1/print" })
            await officer.SubmitAsync(await officer.OpenAsync($"/cases/{fresh.Number}/{sheet}"), null, ("Reason.Chosen", "For the police file"), ("Reason.WithNames", "true"));
        var ended = await world.CaseAsync(police.Officer);
        await SubmitAsync(officer, $"/cases/{ended.Number}/close", ("Input.Reason", "LostContact"), ("Input.Words", "Nobody answers."));
        await SubmitAsync(await BrowserAsync(police.Supervisor), $"/cases/{ended.Number}/reopen", ("Input.Words", "She called."));
        var senior = await BrowserAsync(police.Supervisor);
        await SubmitAsync(senior, $"/cases/{fresh.Number}/redact/account", ("Input.Text", "Redacted."), ("Input.Reason", "NameInText"));
        var over = await world.CloseCaseAsync(police.Officer, await world.CaseAsync(police.Officer));
        await SubmitAsync(senior, $"/cases/{over.Number}/erase", ("Input.Ground", "CourtOrder"), ("Input.Reason", "Order of the court."));
        await senior.OpenAsync("/erasures");
        await SubmitAsync(senior, $"/erasures/{(await world.AsAsync(police.Supervisor, (_, db) => db.Erasures.SingleAsync(e => e.CaseId == over.Id))).Id}", ("Input.Answer", "Keep"));
        await SubmitAsync(officer, $"/cases/{fresh.Number}/people/1/consent",
            ("Input.Agrees", "true"), ("Input.Basis", "OwnConsent"), ("Input.Form", "Spoken"), ("Input.LanguageCode", "urd"));
        var withdrawn = await world.SendAsync(police.Officer, fresh, shelter);
        await SubmitAsync(officer, $"/referrals/{withdrawn.Number}/withdraw", ("Input.Reason", nameof(WithdrawReason.Safety)));
        var declined = await world.SendAsync(police.Officer, fresh, shelter);
        await SubmitAsync(caseworker, $"/referrals/{declined.Number}/decline", ("Input.Reason", nameof(DeclineReason.NoPlace)));

        await LawAsync(world, police, officer);
        await AssessmentAsync(world, police, officer);
        await SideRoadsAsync(world, police, shelter, officer, caseworker, desk);

        await caseworker.OpenAsync("/");
        await caseworker.OpenAsync("/inbox");
        var manager = await BrowserAsync(shelter.Manager);
        foreach (var url in new[] { "/services", "/services/new", $"/services/{shelter.Service.Id}", $"/services/{shelter.Service.Id}/places", $"/services/{shelter.Service.Id}/stop" })
            await manager.OpenAsync(url);
        await SubmitAsync(manager, "/services/new", ("Input.Service", "LegalAid"), ("Input.Takes.Groups", "Women"), ("Input.Free", "1"), ("Input.Total", "2"));
        await SubmitAsync(manager, $"/services/{shelter.Service.Id}", ("Input.Takes.IsAccessible", "true"));
        await SubmitAsync(caseworker, $"/services/{shelter.Service.Id}/places", ("Input.Free", "5"));
        await SubmitAsync(officer, $"/cases/{@case.Number}/people/1/placement", ("Input.ChildrenAlong", "1"));
        await SubmitAsync(caseworker, $"/referrals/{number}/open");
        await caseworker.OpenAsync($"/referrals/{number}");
        await SubmitAsync(caseworker, $"/referrals/{number}/accept",
            ("Input.When", "Now"), ("Input.MeetsWho", "Ms Bano"), ("Input.Phone", "042-5555555"), ("Input.Place", nameof(ArrivalPlace.ProvidersPlace)));
        await caseworker.OpenAsync($"/referrals/{number}");
        await caseworker.OpenAsync($"/referrals/{number}/identity");
        var slip = await officer.OpenAsync($"/referrals/{number}/slip");
        var code = string.Concat(slip.QuerySelector(".code")!.TextContent.Where(char.IsAsciiDigit));
        await SubmitAsync(caseworker, $"/referrals/{number}/arrival", ("Input.Code", code));
        await SubmitAsync(officer, $"/referrals/{number}/messages", ("Input.Text", "She asks for a doctor."));
        await SubmitAsync(caseworker, $"/referrals/{number}/messages/read");
        await caseworker.OpenAsync($"/referrals/{number}");
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < 3; i++)
            await SubmitAsync(caseworker, $"/referrals/{number}/care/new", ("Input.Day", today), ("Input.Service", "Counselling"), ("Input.Visibility", "ForSender"));
        await SubmitAsync(caseworker, $"/referrals/{number}/plan", ("Input.Service", "LegalAid"), ("Input.DueOn", today), ("Input.Goal", "A lawyer"));
        foreach (var url in new[] { "/care", $"/referrals/{number}/care", $"/referrals/{number}/plan", $"/referrals/{number}/card" })
            await caseworker.OpenAsync(url);
        await officer.OpenAsync($"/referrals/{number}/care");
        await officer.OpenAsync($"/referrals/{number}");
        await SubmitAsync(caseworker, $"/referrals/{number}/close", ("Input.Outcome", nameof(ReferralOutcome.SupportCompleted)), ("Input.Confirmed", "true"));
        await caseworker.OpenAsync("/inbox/finished");
        await SubmitAsync(caseworker, "/notifications");
        await SubmitAsync(caseworker, "/account/notifications", ("Input.QuietFrom", "22:00"), ("Input.QuietTo", "06:00"));
        await officer.OpenAsync($"/referrals/{number}");
        await caseworker.OpenAsync($"/referrals/{number}");
        await officer.OpenAsync($"/referrals/{number}/help/30");
        await caseworker.OpenAsync($"/referrals/{number}/follow-up/30");
        await world.ProposeChangeAsync(await world.AdministratorAsync(police), agreement, t => t with { Places = 77, DistrictCodes = ["KP-PESHAWAR"] });
        await SubmitAsync(desk, $"/agreements/{agreement.Id}/approve", ("Input.Answer", "Approve"));
        await SubmitAsync(await BrowserAsync(shelter.Manager), $"/agreements/{agreement.Id}/approve", ("Input.Answer", "Approve"));
        var administrator = await BrowserAsync(await world.AdministratorAsync(police));
        await administrator.OpenAsync("/admin/mail");
        await SubmitAsync(administrator, "/admin/clocks");
        await AccountsAsync(world, police, administrator);
        await ReturnsAsync(world, coordinator, administrator);
        await ExportsAsync(administrator);
        foreach (var url in new[] { "/agreements", "/agreements?whole=true", "/agreements/new", $"/agreements/{agreement.Id}", $"/agreements/{agreement.Id}/change" })
            await administrator.OpenAsync(url);
        foreach (var act in new[] { "suspend", "resume", "end" })
            await SubmitAsync(administrator, $"/agreements/{agreement.Id}/{act}", ("Input.Reason", "Test"));
        foreach (var url in new[]
        {
            "/", "/board", "/board?province=PB&days=90", "/board/referrals", "/board/referrals?show=Answered", "/board/unplaced", "/board/gaps", "/board/csv",
            $"/referrals/{number}"
        })
            await desk.OpenAsync(url);
        var unplaced = await world.CaseAsync(police.Officer);
        var bound = await world.ProviderAsync();
        await world.AgreementAsync(police, bound);
        var waits = await world.SentReferralAsync(police, bound);
        await SubmitAsync(desk, $"/referrals/{waits.Number}/remind");
        await SubmitAsync(desk, $"/board/unplaced/{(await world.UnplacedAsync(police.Officer, unplaced.Victims[0].Needs[0].Id)).Id}/take-over");
        await SamePeopleAsync(world, police);
        await OwnAccountAsync(await world.UserAsync(police.Station, Domain.Identity.Role.Officer));
        var station = await world.StationAsync(police);
        var supervisor = await BrowserAsync(police.Supervisor);
        await SubmitAsync(supervisor, $"/cases/{unplaced.Number}/hand-over", ("Input.UnitId", $"{station.Id}"));
        var register = await world.UploadAsync(Register.Of(5), station, police.Supervisor);
        await supervisor.OpenAsync("/import");
        await supervisor.OpenAsync("/import/new");
        await SubmitAsync(supervisor, $"/import/{register.Id}/columns");
        await SubmitAsync(supervisor, $"/import/{register.Id}", ("Step", "Start"));

        await supervisor.OpenAsync("/downloads");
        var download = await world.ReadyDownloadAsync(police.Supervisor);
        await supervisor.SubmitAsync(await supervisor.OpenAsync($"/downloads/{download.Number}"));
        await SubmitAsync(supervisor, $"/downloads/{(await world.AskDownloadAsync(police.Supervisor)).Number}/cancel");

        await TogetherAsync(world, police, officer);
        await PeopleAsync(world, police, officer);

        var requests = counters.SelectMany(c => c.Requests).Where(r => r.Path is not ("/account/sign-in" or "/account/second-step")).OrderByDescending(r => r.Statements.Count).ToList();
        foreach (var request in requests)
            output.WriteLine(request.ToString());
        Assert.All(requests, r => Assert.True(
            r.Statements.Count <= (r.Method == "POST" ? MostToWrite : MostToRead) && !r.Statements.IsEmpty,
            $"{r}\n{string.Join('\n', r.Statements)}"));
    }

    /// <summary>What is done where a referral does not go straight: asked, reviewed, void, overridden, not arrived, placed by the desk, sent to several.</summary>
    private async Task SideRoadsAsync(
        World world, Force police, Provider shelter, PortalBrowser officer, PortalBrowser caseworker, PortalBrowser desk)
    {
        var supervisor = await BrowserAsync(police.Supervisor);
        var seen = await world.ReferralAsync(ReferralStatus.Seen, police, shelter);
        await SubmitAsync(caseworker, $"/referrals/{seen.Number}/ask", ("Input.Text", "Does she walk?"));
        await officer.OpenAsync("/");
        await SubmitAsync(officer, $"/referrals/{seen.Number}/inform", ("Input.Text", "She does."));
        await SubmitAsync(supervisor, $"/referrals/{seen.Number}/void", ("Input.Reason", "Entered twice."));
        var late = await world.ReferralAsync(ReferralStatus.Accepted, police, shelter);
        await world.LetTheArrivalPassAsync(late);
        await caseworker.OpenAsync($"/referrals/{late.Number}");
        await SubmitAsync(caseworker, $"/referrals/{late.Number}/no-show", ("Input.Confirmed", "true"));
        var confirmed = await world.ReferralAsync(ReferralStatus.Declined, police, shelter);
        await desk.OpenAsync($"/referrals/{confirmed.Number}");
        await SubmitAsync(desk, $"/referrals/{confirmed.Number}/review", ("Input.Verdict", nameof(ReferralVerb.ConfirmDecline)));
        await desk.OpenAsync("/");
        await SubmitAsync(
            desk, $"/board/unplaced/{(await world.UnplacedAsync(police.Officer, confirmed.NeedId)).Id}", ("Input.ServiceId", shelter.Service.Id.ToString()));
        await officer.OpenAsync("/");
        var returned = await world.ReferralAsync(ReferralStatus.Declined, police, shelter);
        await SubmitAsync(desk, $"/referrals/{returned.Number}/review", ("Input.Verdict", nameof(ReferralVerb.ReturnToProvider)), ("Input.Note", "A bed is free."));
        await caseworker.OpenAsync($"/referrals/{returned.Number}");

        var strange = await world.ProviderAsync([Domain.Victims.VictimGroup.Men]);
        var man = await world.CaseAsync(police.Officer, World.Woman with { Sex = Domain.Victims.Sex.Male });
        await world.ConsentAsync(police.Officer, man);
        var choose = $"/cases/{man.Number}/people/1/refer?need={man.Victims[0].Needs[0].Id}";
        await SubmitAsync(officer, choose);
        await supervisor.OpenAsync(choose);
        await SubmitAsync(
            supervisor, $"/cases/{man.Number}/people/1/send?need={man.Victims[0].Needs[0].Id}&to={strange.Service.Id}&override=true",
            ("Input.IsSafe", "true"), ("Input.OverrideReason", "He waits outside with a gun."));
        var overridden = await world.AsAsync(police.Supervisor, (_, db) => Task.FromResult(db.Referrals.Single(r => r.CaseId == man.Id)));
        await desk.OpenAsync("/");
        await SubmitAsync(desk, $"/referrals/{overridden.Number}/override-review", ("Input.IsUpheld", "true"));
        await supervisor.OpenAsync($"/referrals/{overridden.Number}");
        await AskedTogetherAsync(world, police, shelter, caseworker);
    }

    private async Task AskedTogetherAsync(World world, Force police, Provider shelter, PortalBrowser caseworker)
    {
        var officer = await BrowserAsync(police.Officer);
        List<Provider> others = [await world.ProviderAsync(), await world.ProviderAsync(), await world.ProviderAsync()];
        foreach (var other in others)
            await world.AgreementAsync(police, other);
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var need = @case.Victims[0].Needs[0].Id;
        await SubmitAsync(officer, $"/cases/{@case.Number}/people/1/send?need={need}{string.Concat(others.Append(shelter).Select(o => $"&to={o.Service.Id}"))}", ("Input.IsSafe", "true"));
        var together = counters[^1];
        counters.Remove(together);
        Assert.InRange(together.Requests.Max(r => r.Statements.Count), MostToWrite, MostToWrite + (others.Count * MostForAFurtherProvider));
        officer = await BrowserAsync(police.Officer);
        await officer.OpenAsync($"/cases/{@case.Number}/people/1/refer?need={need}&also=true");
        var mine = await world.AsAsync(police.Officer, (_, db) => Task.FromResult(db.Referrals.Single(r => r.CaseId == @case.Id && r.ProviderServiceId == shelter.Service.Id)));
        await SubmitAsync(caseworker, $"/referrals/{mine.Number}/open");
        await SubmitAsync(caseworker, $"/referrals/{mine.Number}/accept",
            ("Input.When", "Now"), ("Input.MeetsWho", "Ms Bano"), ("Input.Phone", "042-5555555"), ("Input.Place", nameof(ArrivalPlace.ProvidersPlace)));
        await officer.OpenAsync($"/referrals/{mine.Number}");
    }

    private async Task<PortalBrowser> BrowserAsync(User user)
    {
        var counter = new StatementCounter();
        counters.Add(counter);
        var browser = new PortalBrowser(portal.CreateDefaultClient(new Uri("http://localhost"), counter, new CookieContainerHandler()));
        await browser.SignInAsync(user.UserName!, World.Password);
        return browser;
    }

    private static async Task SubmitAsync(PortalBrowser browser, string url, string form) =>
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(url), form)).StatusCode);

    private static async Task SubmitAsync(PortalBrowser browser, string url, params (string, string)[] fields)
    {
        var answer = await browser.SubmitAsync(await browser.OpenAsync(url), null, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{url} answered {(int)answer.StatusCode}: {(await answer.HtmlAsync()).MainText()}");
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
