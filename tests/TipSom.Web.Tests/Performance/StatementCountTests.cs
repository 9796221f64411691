using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>No page and no act asks the database much: a list that grew a query for each row fails here.</summary>
public sealed class StatementCountTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>, IAsyncDisposable
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
            $"/agreements/{agreement.Id}", "/account", "/account/notifications", "/notifications"
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
        var station = await world.StationAsync(police);
        var supervisor = await BrowserAsync(police.Supervisor);
        await SubmitAsync(supervisor, $"/cases/{unplaced.Number}/hand-over", ("Input.UnitId", $"{station.Id}"));
        var register = await world.UploadAsync(Register.Of(5), station, police.Supervisor);
        await supervisor.OpenAsync("/import");
        await supervisor.OpenAsync("/import/new");
        await SubmitAsync(supervisor, $"/import/{register.Id}/columns");
        await SubmitAsync(supervisor, $"/import/{register.Id}", ("Step", "Start"));

        await TogetherAsync(world, police, officer);
        await PeopleAsync(world, police, officer);

        var requests = counters.SelectMany(c => c.Requests).Where(r => r.Path != "/account/sign-in").OrderByDescending(r => r.Statements.Count).ToList();
        foreach (var request in requests)
            output.WriteLine(request.ToString());
        Assert.All(requests, r => Assert.True(
            r.Statements.Count <= (r.Method == "POST" ? MostToWrite : MostToRead) && !r.Statements.IsEmpty,
            $"{r}\n{string.Join('\n', r.Statements)}"));
    }

    /// <summary>The law of a case that has several of everything.</summary>
    private static async Task LawAsync(World world, Force police, PortalBrowser officer)
    {
        var @case = await world.CaseAsync(police.Officer);
        var url = $"/cases/{@case.Number}/law";
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await SubmitAsync(officer, url + "/when", ("Input.From", today));
        await SubmitAsync(officer, url + "/offences", ("Input.Code", "PPC-342"));
        var (dropped, charged) = (await world.OffenceAsync(police.Officer, @case, "PPC-344"), await world.OffenceAsync(police.Officer, @case, "PPC-343"));
        var charge = await world.ChargeAsync(police.Officer, @case, charged);
        await SubmitAsync(officer, url + $"/offences/{dropped.Id}");
        await SubmitAsync(officer, url + "/lead", ("Input.Border", "AcrossBorder"), ("Input.Lead", "Police"), ("Input.Reason", "Test"));
        foreach (var serial in new[] { "1" })
            await SubmitAsync(officer, url + "/fir", ("Input.Serial", serial), ("Input.Year", today[..4]), ("Input.Day", today));
        foreach (var stage in new[] { "MISS", "MLNEED", "ARREST", "PROD", "CH_COM" })
            await SubmitAsync(officer, url + "/step", ("Input.Stage", stage), ("Input.Day", today), ("Input.Person", "1"));
        var suspect = await world.SuspectAsync(police.Officer, @case);
        await SubmitAsync(officer, url + "/charges", ("Input.Accused", $"{suspect.Position}"), ("Input.Offence", $"{charged.Id}"), ("Input.On", today));
        await SubmitAsync(officer, url + $"/charges/{charge.Id}", ("Input.Verdict", "Convicted"), ("Input.DecidedOn", today), ("Input.Years", "3"));
        await SubmitAsync(officer, url + "/compensation/1", ("Input.Ordered", "100"), ("Input.OrderedOn", today));
        await SubmitAsync(officer, url + "/protection", ("Input.InCamera", "true"));
        await SubmitAsync(officer, url + "/reclassify", ("Input.Reason", "Test"));
        await officer.OpenAsync(url);
        await officer.OpenAsync("/");
    }

    /// <summary>What is kept of a family of one raid, and of those who are suspected.</summary>
    private async Task PeopleAsync(World world, Force police, PortalBrowser officer)
    {
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        for (var i = 0; i < 3; i++)
        {
            var child = await world.AddPersonAsync(police.Officer, @case);
            await world.SuspectAsync(police.Officer, @case);
            if (i < 2)
                await world.TieAsync(police.Officer, @case, child);
        }

        var accused = await world.AccuseAsync(police.Officer, @case);
        var url = $"/cases/{@case.Number}";
        foreach (var page in new[]
        {
            "", "/people/1", "/people/2", "/people/1/edit-identity", "/people/1/safe-contact", $"/people/1/refer?need={@case.Victims[0].Needs[0].Id}",
            "/suspects", "/suspects/1", $"/suspects/{accused.Position}", "/suspects/1/change"
        })
            await officer.OpenAsync(url + page);
        await SubmitAsync(officer, url + "/people/new", ("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Male"), ("Input.Person.Years", "6"), ("Step", "AddAndGoOn"));
        await SubmitAsync(officer, url + "/people/1/roles", ("Input.Roles", "Witness"), ("Input.Roles", "SmuggledMigrant"), ("Input.Reason", "Both"));
        await SubmitAsync(officer, url + "/people/1/family", ("Input.As", "Parent"), ("Input.With", "4"));
        var tie = await world.AsAsync(police.Officer, (_, db) => Task.FromResult(db.FamilyTies.First(t => t.CaseId == @case.Id)));
        await SubmitAsync(officer, $"{url}/people/1/family/{tie.Id}/end");
        await SubmitAsync(officer, url + "/people/1/describe", ("Input.AgeBasis", "Stated"));
        await SubmitAsync(officer, url + "/people/2/safe-contact", ("Step", "Save"), ("Input.Rules[0].IsAllowed", "true"));
        await SubmitAsync(officer, url + "/people/2/accuse", ("Input.HasRead", "true"), ("Input.Why", "Sold two others"));
        await SubmitAsync(await BrowserAsync(police.Supervisor), $"{url}/suspects/{accused.Position}/look", ("Input.Note", "Seen"));
        await SubmitAsync(officer, url + "/suspects/new", ("Input.Sex", "Male"), ("Input.Status", "Suspected"));
        await SubmitAsync(officer, url + "/suspects/1/status", ("Input.Status", "Arrested"));
        await SubmitAsync(officer, url + "/suspects/1/is-victim");
    }

    /// <summary>What is recorded about a person, with earlier versions of everything.</summary>
    private static async Task AssessmentAsync(World world, Force police, PortalBrowser officer)
    {
        var @case = await world.CaseAsync(police.Officer);
        await world.ConsentAsync(police.Officer, @case);
        var place = await world.AssessAsync(police.Officer, @case);
        var (person, need) = ($"/cases/{@case.Number}/people/1", @case.Victims[0].Needs[0].Id);
        await officer.OpenAsync($"{person}/consent-history");
        await officer.OpenAsync("/");
        await SubmitAsync(officer, $"{person}/indicators", ("Input.Answers[3].Answer", "Yes"));
        await SubmitAsync(officer, $"{person}/exploitation", ("Input.Types", "SEX"));
        await SubmitAsync(officer, $"{person}/route", ("Input.Stage", "Transit"), ("Input.CountryCode", "TR"));
        await SubmitAsync(officer, $"{person}/route/{place.Id}/remove");
        await SubmitAsync(officer, $"{person}/vulnerabilities", ("Input.Factors[2].Answer", "Protective"));
        await SubmitAsync(officer, $"{person}/risk");
        await SubmitAsync(officer, $"{person}/reflection");
        await SubmitAsync(officer, $"{person}/provider-notes", ("Input.Diet", "No milk"));
        await SubmitAsync(officer, $"{person}/needs", ("Input.Service", "LegalAid"), ("Input.Urgency", "Routine"));
        await SubmitAsync(officer, $"{person}/needs/{need}/urgency", ("Input.Urgency", "Routine"), ("Input.Reason", "Calm now"));
        await SubmitAsync(officer, $"{person}/needs/{need}/end", ("Input.Ending", "MetOtherwise"), ("Input.Reason", "At her aunt's"));
    }

    /// <summary>Finding, duplicates, linking, merging, and asking another unit.</summary>
    private async Task SamePeopleAsync(World world, Force police)
    {
        var stranger = await world.FiaAsync();
        var identity = World.KnownIdentity with { IdNumber = "9000088888881" };
        var (one, other, twice) = (await world.CaseAsync(police.Officer, identity: identity), await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        await world.CaseAsync(stranger.Officer, identity: identity);
        await portal.ReadNamesAsync();
        var officer = await BrowserAsync(police.Officer);
        var (same, connect) = ($"/cases/{one.Number}/people/1/same-person", $"/cases/{one.Number}/people/1/connect");
        foreach (var typed in new[] { "Zarmina", "9000088888881", "123/2026", one.Number })
            await officer.SubmitAsync(await officer.OpenAsync("/find"), null, ("Input.Text", typed), ("Input.Parent", "Gulfraz Canaryfather"));
        (string, string)[] person = [("Input.Person.Safety", "Safe"), ("Input.Person.Sex", "Female"), ("Input.Person.Years", "27"), ("Input.Who.IdNumber", "9000088888881")];
        var check = await (await officer.SubmitAsync(await officer.OpenAsync("/cases/new"), null, [.. person, ("Step", "Check")])).HtmlAsync("/cases/new");
        await officer.SubmitAsync(check, null, ("Step", "Save"), ("Input.Alike[0].Answer", "NotSure"));
        await officer.SubmitAsync(await officer.OpenAsync($"/cases/{twice.Number}/people/new"), null, person);
        await SubmitAsync(officer, $"/cases/{twice.Number}/people/new", [.. person, ("Input.WasShown", "true")]);
        await officer.SubmitAsync(await officer.OpenAsync(same), "form#link", ("Step", "Link"), ("Input.Number", other.Number), ("Input.Person", "1"), ("Input.LinkBecause", "PersonSaysSo"));
        await officer.SubmitAsync(
            await officer.OpenAsync($"/cases/{twice.Number}/people/2/same-person"), "form#merge", ("Step", "Merge"), ("Input.Into", "1"), ("Input.Because", "PersonSaysSo"));
        var found = await (await officer.SubmitAsync(await officer.OpenAsync(connect), null, ("Step", "Look"))).HtmlAsync(connect);
        await officer.FollowAsync(await officer.SubmitAsync(found, null, ("Step", "Ask"), ("Input.UnitId", $"{stranger.Station.Id}"), ("Input.Purpose", "Danger")));
        await officer.OpenAsync(connect);
        await officer.OpenAsync($"/cases/{twice.Number}");
        var asked = await BrowserAsync(stranger.Officer);
        var question = (await asked.OpenAsync("/")).QuerySelector("main a[href^='/connect/']")!.GetAttribute("href")!;
        await asked.OpenAsync(question);
        await SubmitAsync(asked, question, ("Input.Answer", "Same"));
        await (await BrowserAsync(police.Supervisor)).OpenAsync("/");
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

    /// <summary>A shared case with several shares, notes and offers, answered by the other agency.</summary>
    private async Task TogetherAsync(World world, Force police, PortalBrowser officer)
    {
        var fia = await world.FiaAsync();
        var @case = await world.CaseAsync(police.Officer);
        for (var i = 0; i < 3; i++)
        {
            await world.ShareAsync(police.Supervisor, @case, fia.Station);
            await world.NoteAsync(police.Officer, @case);
        }

        var asked = await world.ShareAsync(police.Officer, @case, fia.Headquarters);
        var (supervisor, there, reader) = (await BrowserAsync(police.Supervisor), await BrowserAsync(fia.Supervisor), await BrowserAsync(fia.Officer));
        var (sharing, lead) = ($"/cases/{@case.Number}/sharing", $"/cases/{@case.Number}/lead");
        await supervisor.OpenAsync("/");
        await SubmitAsync(supervisor, $"{sharing}/{asked.Id}/decide", ("Input.Answer", "Share"));
        await SubmitAsync(supervisor, $"{sharing}/new", ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "They hold the other half."));
        await SubmitAsync(officer, $"{sharing}/{asked.Id}/take-back");
        await SubmitAsync(reader, $"{sharing}/notes", ("Input.Text", "The bus left at six."));
        foreach (var url in new[] { "/cases", $"/cases/{@case.Number}", sharing })
            await reader.OpenAsync(url);
        await SubmitAsync(officer, lead, ("Input.UnitId", $"{fia.Station.Id}"), ("Input.Reason", "It crosses the border."), ("Input.KeepsReading", "true"));
        await supervisor.OpenAsync("/");
        await SubmitAsync(supervisor, $"{lead}/approve");
        await officer.OpenAsync($"{lead}/take-back");
        await there.OpenAsync("/");
        await officer.OpenAsync(sharing);
        await SubmitAsync(there, $"/transfers/{@case.Number}", ("Input.Answer", "Accept"));
        await there.OpenAsync(sharing);
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
