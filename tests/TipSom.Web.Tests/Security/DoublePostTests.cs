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
public sealed partial class DoublePostTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
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
        var reader = await portal.BrowserOfAsync((await world.PoliceAsync()).Supervisor);
        foreach (var report in new[] { "annual", "district?district=PB-LAHORE" })
            await OnceAsync(reader, $"/statistics/reports/{report}", ("Format", "Csv"));
        await OnceAsync(await portal.BrowserOfAsync(police.Supervisor), $"/downloads/{(await world.AskDownloadAsync(police.Supervisor)).Number}/cancel");
        var form = await desk.OpenAsync($"/referrals/{referral.Number}/remind");
        var first = await desk.SubmitAsync(form);
        var second = await desk.SubmitAsync(form);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
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
        await using var count = new NpgsqlCommand("select count(*) from audit.entries where act in ('INSERT', 'UPDATE')", connection);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
