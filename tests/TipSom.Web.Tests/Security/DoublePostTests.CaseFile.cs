using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Security;

/// <summary>The forms of the case file.</summary>
public sealed partial class DoublePostTests
{
    [Fact]
    public async Task Asking_in_an_emergency_approving_and_reviewing_it_happen_once()
    {
        var (holder, force, coordinator) = (await world.PoliceAsync(), await world.FiaAsync(), await world.CoordinatorAsync());
        var @case = await world.CaseAsync(holder.Officer);
        var (asker, desk) = (await portal.BrowserOfAsync(force.Officer), await portal.BrowserOfAsync(coordinator));
        await OnceAsync(
            asker, "/emergency", ("Input.Sought", @case.Number), ("Input.Position", "1"), ("Input.Basis", "CourtOrder"), ("Input.Reason", World.KnownEmergency));
        var second = await world.AskInEmergencyAsync(force.Officer, @case);
        var third = await world.AskInEmergencyAsync(force.Officer, @case);
        await OnceAsync(desk, $"/emergency/{third.Number}/approve");
        await OnceAsync(desk, $"/emergency/{second.Number}/review", ("Input.IsJustified", "true"), ("Input.Note", "All was well."));
        await OnceAsync(asker, $"/emergency/{second.Number}");
        var administrator = await portal.BrowserOfAsync(await world.AdministratorAsync(force));
        var switches = await administrator.OpenAsync("/admin/emergency");
        foreach (var other in switches.QuerySelectorAll("main form").Skip(1))
            other.Remove();
        await OnceAsync(administrator, switches, "/admin/emergency");
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
    public async Task Redacting_and_erasing_happen_once()
    {
        var police = await world.PoliceAsync();
        var (open, ended) = (await world.CaseAsync(police.Officer), await world.CaseAsync(police.Officer));
        await world.CloseCaseAsync(police.Officer, ended);
        var (supervisor, second) = (await portal.BrowserOfAsync(police.Supervisor), await portal.BrowserOfAsync(await world.UserAsync(police.Headquarters, Role.Supervisor)));

        await OnceAsync(supervisor, $"/cases/{open.Number}/redact/account", ("Input.Text", "Redacted."), ("Input.Reason", "SomebodyElse"));
        await OnceAsync(supervisor, $"/cases/{ended.Number}/erase", ("Input.Ground", "PersonAsked"), ("Input.Reason", "Asked in writing."));
        var asked = await world.AsAsync(police.Supervisor, (_, db) => db.Erasures.SingleAsync(e => e.CaseId == ended.Id));
        await OnceAsync(second, $"/erasures/{asked.Id}", ("Input.Answer", "Erase"));
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
}
