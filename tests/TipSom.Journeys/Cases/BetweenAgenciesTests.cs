using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Cases;

/// <summary>A case that more than one has to decide on: its lead goes to FIA, it is shared, and somebody of it is accused.</summary>
public sealed class BetweenAgenciesTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    private static readonly Found Woman = new(Sex.Female, 27);

    public static TheoryData<string> Cultures => [Look.English, Look.Urdu];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Police_hand_a_case_to_FIA_and_read_on_without_JavaScript(string culture)
    {
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture, Script: false));
        var officer = await road.OfficerAsync();
        var number = await CaseRoad.LogAsync(officer, Woman, BorderCrossing.AcrossBorder);
        await officer.SeesAsync("FIA: the case crosses the border of Pakistan");
        await officer.FollowAsync("Propose the hand-over");
        await officer.PickAsync("To which unit?", $"{road.Fia.Station.Id}");
        await officer.WriteAsync("Why?", "She was brought in through Taftan.");
        await officer.TickAsync("Our unit goes on reading the facts and the investigation for 90 days");
        await officer.PressAsync("Ask a supervisor");
        await officer.SeesAsync("A supervisor was asked to approve it. Nothing moves yet; you go on caring for the person.");

        var supervisor = await road.AsAsync(road.Police.Supervisor);
        await supervisor.GoAsync("/");
        await supervisor.PressAsync("Approve the hand-over of the lead", number);
        await supervisor.SeesTextAsync("She was brought in through Taftan.");
        await supervisor.PressAsync("Approve the hand-over of the lead");
        await supervisor.SeesAsync("The other agency was asked. Nothing moves until it accepts; you go on caring for the person.");

        var director = await road.AsAsync(road.Fia.Supervisor);
        await director.GoAsync("/");
        await director.PressAsync("Accept or refuse the lead", number);
        await director.SeesTextAsync("She was brought in through Taftan.");
        await director.SeesNoIdentityAsync();
        await director.ChooseAsync("Does your agency take the lead?", "Yes, with its unfinished referrals and open needs");
        await director.PressAsync("Save the answer");
        await director.SeesAsync("Your agency leads this case now.");

        var investigator = await road.AsAsync(road.Fia.Officer);
        await CaseRoad.FromTheListAsync(investigator, number);
        await investigator.FollowAsync("Correct the facts");
        await investigator.WriteAsync("FIR or diary number", "7/2026");
        await investigator.PressAsync("Save");
        await investigator.SeesAsync("The facts were corrected.");

        await CaseRoad.FromTheListAsync(officer, number);
        await officer.SeesAsync("This case was shared with you to read.");
        await officer.SeesTextAsync("7/2026");
        await IsOfferedWhatIsThereAsync(officer, number);
        foreach (var act in (string[])["facts", "close", "people/new", "people/1/consent", "people/1/roles", "suspects/new", "law/step", "lead", "sharing/new"])
            await CaseRoad.IsNotThereAsync(officer, $"/cases/{number}/{act}");
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task A_case_is_shared_without_a_name_and_taken_back_by_keyboard(string culture)
    {
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture));
        var number = await CaseRoad.LogAsync(await road.AsAsync(await road.World.UserAsync(road.Police.Station, Role.Officer)), Woman);
        road.IsByKeyboard = true;
        var officer = await road.OfficerAsync();
        await CaseRoad.FromTheListAsync(officer, number);
        await officer.FollowAsync("Working together");
        await officer.FollowAsync("Share the case");
        await officer.PickAsync("With which unit?", $"{road.Fia.Station.Id}");
        await officer.WriteAsync("Why?", "They hold the other half of it.");
        await officer.PressAsync("Ask a supervisor");
        await officer.SeesAsync("A supervisor was asked to decide. Nobody else sees the case yet.");
        var other = await road.AsAsync(road.Fia.Officer);
        await CaseRoad.IsNotThereAsync(other, $"/cases/{number}");

        var supervisor = await road.AsAsync(road.Police.Supervisor);
        await supervisor.GoAsync("/");
        await supervisor.PressAsync("Decide whether it is shared", number);
        await supervisor.SeesTextAsync("They hold the other half of it.");
        await supervisor.ChooseAsync("Is the case shared so?", "Yes, share it");
        await supervisor.PressAsync("Save the answer");
        await supervisor.SeesAsync("The case is shared. The other unit was told.");

        await CaseRoad.FromTheListAsync(other, number);
        await other.SeesAsync("This case was shared with you to read.");
        await other.SeesTextAsync(Woman.In(other, 1));
        await IsOfferedWhatIsThereAsync(other, number);
        await other.GoAsync($"/cases/{number}/people/1/identity");
        await other.SeesAsync("Your unit does not see who this person is: it was not shared with you, or was not recorded.");
        await other.SeesNoIdentityAsync();
        await CaseRoad.FromTheListAsync(other, number);
        await other.FollowAsync("Notes");
        await other.WriteAsync("Note", "The same car was seen at Torkham.");
        await other.PressAsync("Write the note");
        await other.SeesTextAsync("The same car was seen at Torkham.");

        await CaseRoad.FromTheListAsync(officer, number);
        await officer.FollowAsync("Working together");
        await officer.FollowAsync("Notes between those who see the case");
        await officer.SeesTextAsync("The same car was seen at Torkham.");
        await officer.FollowAsync("Working together");
        await officer.PressBeginningAsync("Take the share back");
        await officer.PressAsync("Take the share back");
        await officer.SeesAsync("It was taken back. That unit sees the case no longer.");
        foreach (var page in (string[])["", "/sharing/notes", "/people/1", "/timeline"])
            await CaseRoad.IsNotThereAsync(other, $"/cases/{number}{page}");
        await other.GoAsync("/cases");
        Assert.DoesNotContain(number, await other.ReadAsync(), StringComparison.Ordinal);
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Somebody_accused_is_found_to_be_a_victim(string culture)
    {
        const string why = "She kept watch at the door.", found = "She was ordered to, and beaten when she refused.";
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture, Look.Phone));
        var officer = await road.OfficerAsync();
        var number = await CaseRoad.LogAsync(officer, Woman);
        await officer.FollowBySelectorAsync("#person-1 h3 a");
        await officer.FollowAsync("Enter this person as accused");
        await officer.SeesAsync("Stop and read: this person may not be punishable");
        await officer.PressAsync("Enter as accused");
        await officer.SeesAsync("Tick that you have read the rule.");
        await officer.TickAsync("I have read the rule.");
        await officer.WriteAsync("Why is the person accused all the same?", why);
        await officer.PressAsync("Enter as accused");
        await officer.SeesAsync("The person was entered as accused. A supervisor is asked to look at it.");
        await officer.SeesAsync("Needs a supervisor's look");

        var supervisor = await road.AsAsync(road.Police.Supervisor);
        await supervisor.GoAsync("/");
        await supervisor.PressAsync("Look at the accusation", number);
        await supervisor.SeesTextAsync(why);
        await supervisor.WriteAsync("What did you find, and what follows?", found);
        await supervisor.PressAsync("Note that you have looked at it");
        await supervisor.SeesAsync("Your look was noted.");
        await supervisor.GoAsync("/");
        Assert.DoesNotContain(supervisor.Say("Look at the accusation"), await supervisor.ReadAsync(), StringComparison.Ordinal);

        await CaseRoad.FromTheListAsync(officer, number);
        await officer.FollowAsync("Suspects");
        await officer.FollowBySelectorAsync("h2 a");
        await officer.SeesTextAsync(found);
        await officer.FollowAsync("The suspect is a victim");
        await officer.PressAsync("The suspect is a victim");
        await officer.SeesAsync("The suspect is now a person of this case, whom it protects.");
        await officer.SeesAsync(PersonLabels.Of(SuspectStatus.Cleared));
        await CaseRoad.ToPersonAsync(officer, number, 1);
        await officer.SeesAsync("Was suspected once, and is suspected no longer");
        await officer.SeesAsync(PersonLabels.Of(PersonRole.VictimOfTrafficking));
        road.End();
    }

    // Whatever a reader is offered on the case and on its person is there: no link leads to a page that says it is not.
    private static async Task IsOfferedWhatIsThereAsync(Person reader, string number)
    {
        var asked = new HashSet<string>();
        foreach (var page in (string[])[$"/cases/{number}", $"/cases/{number}/people/1", $"/cases/{number}/people/1/identity", $"/cases/{number}/law", $"/cases/{number}/sharing", $"/cases/{number}/timeline"])
        {
            await reader.GoAsync(page);
            foreach (var link in (await reader.LinksAsync($"/cases/{number}")).Where(asked.Add))
                Assert.True((await reader.AskAsync(link)).Ok, $"{page} leads to {link}, which is not there.");
        }
    }
}
