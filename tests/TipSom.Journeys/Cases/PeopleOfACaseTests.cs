using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Cases;

/// <summary>Who the people of a case are, as an officer writes it down and corrects it.</summary>
public sealed class PeopleOfACaseTests(TestDatabase database, Chromium chromium) : IClassFixture<TestDatabase>
{
    // A mother comes first, and a girl of hers last.
    private static readonly Found[] Raid =
    [
        new(Sex.Female, 34), new(Sex.Female, 27), new(Sex.Female, 19), new(Sex.Female, 41), new(Sex.Female, 22),
        new(Sex.Male, 45), new(Sex.Male, 30), new(Sex.Male, 18), new(Sex.Male, 52),
        new(Sex.Male, 12), new(Sex.Female, 9)
    ];

    public static TheoryData<string> Cultures => [Look.English, Look.Urdu];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Eleven_people_of_one_raid_are_entered_in_one_sitting(string culture)
    {
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture));
        var officer = await road.OfficerAsync();
        var number = await CaseRoad.LogAsync(officer, Raid[0]);

        await officer.FollowBySelectorAsync("#person-1 h3 a");
        await officer.FollowAsync("What happened");
        await CaseRoad.TellOfForcedLabourAsync(officer);
        await officer.FollowAsync("The route: places and dates");
        await CaseRoad.AddPlaceAsync(officer, RouteStage.Recruitment, "PK", "PB-KASUR");

        await officer.GoAsync($"/cases/{number}");
        await officer.FollowAsync("Add another person");
        for (var position = 2; position <= Raid.Length; position++)
        {
            if (position > 2)
            {
                await officer.SeesAsync("Person {0} was added.", position - 1);
                Assert.Equal("pnb", await officer.ValueAsync("Which language is best to speak with the person?"));
            }

            Assert.Equal([nameof(ServiceType.Shelter)], await officer.MarkedAsync("Input.Needs"));
            Assert.Equal([nameof(PersonRole.VictimOfTrafficking)], await officer.MarkedAsync("Input.Roles"));
            await CaseRoad.AnswerAsync(officer, Raid[position - 1]);
            if (position == 2)
            {
                await officer.PickAsync("Which language is best to speak with the person?", "pnb");
                await officer.TickAsync("The same happened to this person as to person {0}", 1);
            }
            await officer.PressAsync(position < Raid.Length ? "Add and go on with the next" : "Add the person");
        }

        await officer.SeesAsync("The person was added.");
        await officer.SeesTextAsync($"11: {officer.Say("Woman")}: 5 · {officer.Say("Man")}: 4 · {officer.Say("Boy")}: 1 · {officer.Say("Girl")}: 1");
        Assert.Equal(Raid.Select((person, i) => person.In(officer, i + 1)), await officer.ReadAllAsync("section[id^='person-'] h3"));

        await officer.FollowBySelectorAsync("#person-1 h3 a");
        await officer.FollowAsync("Family");
        await officer.ChooseAsync("This person is the other's", "Mother or father");
        await officer.PickAsync("The other person", "11");
        await officer.PressAsync("Save");
        await officer.SeesAsync("The family was saved.");
        await officer.SeesAsync("Keep them together");
        await CaseRoad.ToPersonAsync(officer, number, 11);
        await officer.SeesAsync("Keep them together");
        await officer.FollowAsync("What happened");
        Assert.Equal(["FL"], await officer.MarkedAsync("Input.Types"));
        await officer.FollowAsync("The route: places and dates");
        Assert.Equal(1, await officer.CountAsync("ol.tasks > li"));

        await officer.FollowAsync("Cases");
        await officer.SeesTextAsync($"{officer.Say("Woman")}: 5");
        await officer.FollowTextAsync(number);
        foreach (var position in (int[])[1, 11])
            Assert.Contains(officer.Say("keep together"), await officer.ReadAsync($"#person-{position}"), StringComparison.Ordinal);
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task A_boy_who_looks_seventeen_is_a_child_everywhere(string culture)
    {
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture, Look.Phone));
        var officer = await road.OfficerAsync();
        var number = await CaseRoad.LogAsync(officer, new Found(Sex.Male, null));
        await officer.SeesTextAsync(new Found(Sex.Male, null).In(officer, 1));
        await officer.SeesAsync("treated as a child");

        await officer.FollowAsync("Record consent");
        await officer.SeesAsync("This person is treated as a child");
        Assert.Equal(0, await officer.CountAsync($"input[name='Input.Basis'][value={nameof(ConsentBasis.OwnConsent)}]"));
        await officer.ChooseAsync("May the person be referred, and data shared for it?", "Yes");
        await officer.ChooseAsync("Who decides, or on what ground?", Labels.Of(ConsentBasis.Guardian));
        await officer.ChooseAsync("If the guardian: may the guardian be involved in what happened?", "Possibly");
        await officer.ChooseAsync("What does the child say?", AssessmentLabels.Of(ChildsView.Agrees));
        await officer.ChooseAsync("How was it given?", Labels.Of(ConsentForm.Spoken));
        await officer.PickAsync("In which language was it explained?", "pus");
        await officer.PressAsync("Save the answer");
        await officer.SeesAsync("The guardian may be involved. Do not ask the guardian: the child protection authority decides.");
        await officer.ChooseAsync("Who decides, or on what ground?", Labels.Of(ConsentBasis.ChildProtectionAuthority));
        await officer.PressAsync("Save the answer");

        await officer.GoAsync($"/cases/{number}");
        await officer.SeesAsync("Consent for person {0} was given.", 1);
        await officer.FollowAsync("See consent");
        await officer.FollowAsync("Consent so far");
        await officer.SeesAsync(Labels.Of(ConsentBasis.ChildProtectionAuthority));
        await officer.SeesAsync(AssessmentLabels.Of(ChildsView.Agrees));

        await CaseRoad.ToPersonAsync(officer, number, 1);
        await officer.FollowAsync("Age, sex and languages");
        await officer.WriteAsync("Years", culture == Look.Urdu ? "۱۷" : "17");
        await officer.TickAsync("The age is about right, not exact");
        await officer.UntickAsync("The age is not known");
        await officer.ChooseAsync("What does the age rest on?", PersonLabels.Of(AgeBasis.Estimated));
        await officer.PressAsync("Save");
        await officer.SeesAsync("treated as a child");
        await officer.SeesAsync("about {0} years", 17);

        var boy = officer.Say("{0}, {1}", officer.Say("Boy"), officer.Say("about {0} years", 17));
        await officer.FollowAsync("Indicators");
        await officer.SeesTextAsync(boy);
        await officer.SeesAsync("The list for a child, or for a person whose age is not known. A child needs no force or deception to be a victim.");
        await CaseRoad.ToPersonAsync(officer, number, 1);
        await officer.FollowAsync("What happened");
        await officer.SeesAsync("A child needs no means: leave this open where nothing is known.");
        await officer.GoAsync($"/cases/{number}");
        await officer.SeesTextAsync(boy);
        await officer.SeesAsync("treated as a child");
        await officer.GoAsync("/cases");
        await officer.SeesAsync("Boy");
        road.End();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task A_smuggled_migrant_was_exploited_on_the_way(string culture)
    {
        await using var road = await CaseRoad.BeginAsync(database, chromium, new Look(culture));
        var officer = await road.OfficerAsync();
        var number = await CaseRoad.LogAsync(officer, new Found(Sex.Male, 24), BorderCrossing.AcrossBorder, smuggled: true);
        await officer.SeesAsync(Labels.Of(CaseKind.Smuggling));
        await officer.SeesAsync(PersonLabels.Of(PersonRole.SmuggledMigrant));

        await officer.FollowBySelectorAsync("#person-1 h3 a");
        await officer.FollowAsync("Indicators");
        foreach (var question in (int[])[0, 1, 2])
            await officer.ChooseValueAsync($"Input.Answers[{question}].Answer", nameof(IndicatorAnswer.Yes));
        await officer.PressAsync("Save the answers");
        await officer.SeesAsync("An aid to screening. It decides nothing: people do.");

        await CaseRoad.ToPersonAsync(officer, number, 1);
        await officer.FollowAsync("What happened");
        await CaseRoad.TellOfForcedLabourAsync(officer);
        await officer.SeesAsync("This case is one of smuggling, and the person was exploited");

        await officer.FollowAsync("The route: places and dates");
        await CaseRoad.AddPlaceAsync(officer, RouteStage.Recruitment, "PK", "PB-GUJRAT");
        await CaseRoad.AddPlaceAsync(officer, RouteStage.Transit, "IR");
        await CaseRoad.AddPlaceAsync(officer, RouteStage.Exploitation, "LY");
        Assert.Equal(3, await officer.CountAsync("ol.tasks > li"));
        // The border was known from the first day, so that nothing contradicts it.
        Assert.DoesNotContain(officer.Say("A place lies outside Pakistan, and the case does not say so"), await officer.ReadAsync(), StringComparison.Ordinal);

        await officer.FollowAsync("What happened");
        await officer.FollowAsync("Move the case to the law on trafficking");
        await officer.WriteAsync("Why?", "Kept in a warehouse and made to work until a ransom was paid.");
        await officer.PressAsync("Move the case");
        await officer.SeesAsync(Labels.Of(CaseKind.Trafficking));
        await officer.SeesAsync("Transport into or out of Pakistan is part of it: FIA investigates, the Special Court (Central) tries.");

        await CaseRoad.ToPersonAsync(officer, number, 1);
        await officer.FollowAsync("Roles in the case");
        await officer.ChooseAsync("What is the person in this case?", PersonLabels.Of(PersonRole.VictimOfTrafficking));
        await officer.WriteAsync("Why does it change?", "He was exploited on the way.");
        await officer.PressAsync("Save");
        await officer.SeesAsync("The roles were saved.");
        await officer.SeesAsync(PersonLabels.Of(PersonRole.VictimOfTrafficking));
        await officer.SeesAsync(PersonLabels.Of(PersonRole.SmuggledMigrant));

        await CaseRoad.FromTheListAsync(officer, number);
        await officer.SeesAsync("FIA: the case crosses the border of Pakistan");
        await officer.SeesAsync(Labels.Of(CaseEventKind.Reclassified));
        await officer.FollowAsync("Propose the hand-over");
        await officer.SeesAsync("Offer the lead to another agency");
        road.End();
    }
}
