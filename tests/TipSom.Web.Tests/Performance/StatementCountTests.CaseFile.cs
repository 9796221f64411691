using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Performance;

/// <summary>The pages of the case file.</summary>
public sealed partial class StatementCountTests
{
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
        await SubmitAsync(officer, url + "/fir", ("Input.Serial", "1"), ("Input.Year", today[..4]), ("Input.Day", today));
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
        await EmergencyAsync(world, police, one);
        await (await BrowserAsync(police.Supervisor)).OpenAsync("/");
    }

    /// <summary>Openings in an emergency: asked, opened, approved, reviewed and counted.</summary>
    private async Task EmergencyAsync(World world, Force holder, TipSom.Domain.Cases.Case @case)
    {
        var (force, desk) = (await world.FiaAsync(), await BrowserAsync(await world.CoordinatorAsync()));
        var asker = await BrowserAsync(force.Officer);
        var page = await asker.FollowAsync(await asker.SubmitAsync(
            await asker.OpenAsync("/emergency"), "form[action='/emergency']", ("Input.Sought", "9000088888881"), ("Input.Basis", "CourtOrder"), ("Input.Reason", World.KnownEmergency)));
        await asker.SubmitAsync(await asker.OpenAsync(page.QuerySelector("main a[href$='/identity']")!.GetAttribute("href")!));
        var second = await world.AskInEmergencyAsync(force.Officer, @case);
        var third = await world.AskInEmergencyAsync(force.Officer, @case);
        await SubmitAsync(desk, $"/emergency/{third.Number}/approve");
        await SubmitAsync(desk, $"/emergency/{second.Number}/review", ("Input.IsJustified", "true"), ("Input.Note", "All was well."));
        await SubmitAsync(asker, $"/emergency/{second.Number}");
        await desk.OpenAsync("/");
        await desk.OpenAsync($"/emergency/{second.Number}");
        await (await BrowserAsync(await world.UserAsync(holder.Headquarters, TipSom.Domain.Identity.Role.Auditor))).OpenAsync("/audit/emergency");
        await SubmitAsync(await BrowserAsync(await world.UserAsync(holder.Headquarters, TipSom.Domain.Identity.Role.NationalAdministrator)), "/admin/emergency", "main li:first-child form");
    }

    /// <summary>What somebody does with the own account.</summary>
    private async Task OwnAccountAsync(User user)
    {
        var browser = await BrowserAsync(user);
        await browser.SubmitAsync(await browser.OpenAsync("/account/sessions"), "#all");
        await SubmitAsync(browser, "/account/password",
            ("Input.Password", World.Password), ("New.Password", "four words of my own"), ("New.AgainPassword", "four words of my own"));
        await browser.SubmitAsync(await browser.OpenAsync("/account/card"));
        await browser.SubmitAsync(await browser.OpenAsync("/account/remove"), null, ("Input.Which", "Card"));
        var hidden = await browser.FollowAsync(await browser.SubmitAsync(await browser.OpenAsync("/account"), "form[action='/account/hide']"));
        await browser.SubmitAsync(hidden, "main form:has([type=password])", ("Input.Password", "four words of my own"));
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
}
