using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Journeys.Browsing;
using TipSom.Journeys.Journey;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Cases;

/// <summary>A police station and an FIA circle, and what their people do to a case again and again. The world holds nothing but the two.</summary>
internal sealed class CaseRoad : Road
{
    private CaseRoad(World world, Chromium chromium, Site site, Look look) : base(world, chromium, site, look) { }

    public Force Police { get; private set; } = null!;

    public Force Fia { get; private set; } = null!;

    public static async Task<CaseRoad> BeginAsync(TestDatabase database, Chromium chromium, Look look)
    {
        var world = new World(database);
        return new CaseRoad(world, chromium, new Site(database), look) { Police = await world.PoliceAsync(), Fia = await world.FiaAsync() };
    }

    /// <summary>Whether those who sign in from now on have no mouse.</summary>
    public bool IsByKeyboard { get; set; }

    protected override Hands HandsAt(Window window) => IsByKeyboard ? new Keys(window.Page) : new Pointer();

    public Task<Person> OfficerAsync() => AsAsync(Police.Officer);

    /// <summary>Both steps of the fast page. Leads to the case.</summary>
    /// <returns>The number of the case.</returns>
    public static async Task<string> LogAsync(Person officer, Found person, BorderCrossing border = BorderCrossing.InsidePakistan, bool smuggled = false)
    {
        await officer.GoAsync("/");
        await officer.FollowAsync("Log a case");
        await AnswerAsync(officer, person);
        await officer.ChooseAsync("What is needed today?", Labels.Of(ServiceType.Shelter));
        await officer.WriteAsync("Name or nickname", World.KnownIdentity.Name!);
        await officer.ChooseAsync("Was the person moved into or out of Pakistan?", Labels.Of(border));
        if (smuggled)
            await officer.TickAsync("Smuggled, as far as is known: brought across for money, and not exploited");
        await officer.WriteAsync("What happened, in one or two lines", World.KnownNarrative);
        await officer.PressAsync("Continue");
        await officer.SeesAsync(Labels.Of(smuggled ? CaseKind.Smuggling : CaseKind.Trafficking));
        await officer.PressAsync("Save the case");
        await officer.SeesAsync("The case was saved.");
        return officer.Address.Split('/', '?')[2];
    }

    /// <summary>What the page asks about every person.</summary>
    public static async Task AnswerAsync(Person officer, Found person)
    {
        await officer.ChooseAsync("Is the person safe right now?", "Yes");
        await officer.ChooseAsync("Sex", Labels.Of(person.Sex));
        if (person.Years is { } years)
            await officer.WriteAsync("Years", $"{years}");
        else
            await officer.TickAsync("The age is not known");
    }

    /// <summary>On the page of what happened: kept by force, and made to work.</summary>
    public static async Task TellOfForcedLabourAsync(Person officer)
    {
        await officer.ChooseAsync("Acts", AssessmentLabels.Of(TraffickingAct.Harbouring));
        await officer.ChooseAsync("Means in law", AssessmentLabels.Of(LegalMeans.Force));
        await officer.ChooseValueAsync("Input.Types", "FL");
        await officer.PressAsync("Save the answers");
    }

    /// <summary>On the page of the route.</summary>
    public static async Task AddPlaceAsync(Person officer, RouteStage stage, string country, string? district = null)
    {
        await officer.ChooseAsync("What happened there?", AssessmentLabels.Of(stage));
        await officer.PickAsync("Country", country);
        if (district is not null)
            await officer.PickAsync("District, in Pakistan", district);
        await officer.PressAsync("Add the place");
    }

    /// <summary>The page of one person, by the case.</summary>
    public static async Task ToPersonAsync(Person reader, string number, int position)
    {
        await reader.GoAsync($"/cases/{number}");
        await reader.FollowBySelectorAsync($"#person-{position} h3 a");
    }

    /// <summary>By the list of cases, as somebody does who was told nothing but the number.</summary>
    public static async Task FromTheListAsync(Person reader, string number)
    {
        await reader.GoAsync("/");
        await reader.FollowAsync("Cases");
        await reader.FollowTextAsync(number);
    }

    /// <summary>Fails unless the page is not there for this reader.</summary>
    public static async Task IsNotThereAsync(Person reader, string path) => Assert.Equal(404, (await reader.GoAsync(path)).Status);
}

/// <summary>Somebody found, as an officer sees them first.</summary>
/// <param name="Sex">Sex as stated.</param>
/// <param name="Years">Age; null where nobody knows it.</param>
internal sealed record Found(Sex Sex, int? Years)
{
    /// <summary>The words under which the case shows them.</summary>
    public string In(Person reader, int position)
    {
        var group = Labels.OfPerson(Sex, new Age(Years, false).CountsAsChild);
        var age = Years is { } years ? reader.Say("{0} years", years) : reader.Say("age not known");
        return $"{reader.Say("Person {0}", position)}: {reader.Say("{0}, {1}", reader.Say(group), age)}";
    }
}
