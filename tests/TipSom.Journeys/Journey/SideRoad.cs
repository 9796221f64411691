using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Journey;

/// <summary>
/// A station and two shelters on a road that does not lead straight to care, each person at a browser opened when it is needed. Whoever
/// reads Urdu has no JavaScript.
/// </summary>
internal sealed class SideRoad : Road
{
    private SideRoad(World world, Chromium chromium, Site site, Look look) : base(world, chromium, site, look) { }

    public Force Police { get; private set; } = null!;

    public Provider First { get; private set; } = null!;

    public Provider Second { get; private set; } = null!;

    public User Desk { get; private set; } = null!;

    /// <param name="freePlaces">How many places the two shelters have.</param>
    public static async Task<SideRoad> BeginAsync(TestDatabase database, Chromium chromium, string culture, bool bound = true, int freePlaces = 20)
    {
        var world = new World(database);
        var road = new SideRoad(world, chromium, new Site(database), new Look(culture, Script: culture == Look.English))
        {
            Desk = await world.CoordinatorAsync(),
            Police = await world.PoliceAsync(),
            First = await world.ProviderAsync(freePlaces: freePlaces),
            Second = await world.ProviderAsync(freePlaces: freePlaces)
        };
        foreach (var shelter in (Provider[])[road.First, road.Second])
        {
            if (bound)
                await world.AgreementAsync(road.Police, shelter);
        }

        return road;
    }

    // Those of a provider work on a telephone.
    protected override Look LookOf(User user) => Look with { Width = user.Role is Role.Caseworker or Role.ProviderManager ? Look.Phone : Look.Desk };

    protected override bool MayReadNobody(User user) => user == Desk;

    /// <summary>A case with consent, ready to be referred.</summary>
    public async Task<Case> ReadyAsync()
    {
        var @case = await World.CaseAsync(Police.Officer);
        await World.ConsentAsync(Police.Officer, @case);
        return @case;
    }

    public static string ChooseUrl(Case @case) => $"/cases/{@case.Number}/people/1/refer?need={@case.Victims[0].Needs[0].Id}";

    public string NameOf(Provider provider) => Look.IsUrdu ? provider.Agency.NameUr : provider.Agency.NameEn;

    /// <summary>The last page before sending: looked at, ticked and sent. The number of the referral it leads to.</summary>
    public async Task<string> SendAsync(Person sender, params Provider[] to)
    {
        await sender.TickAsync("I have checked that this is safe to send.");
        if (to.Length == 1)
            await sender.PressNamingAsync("Send referral to {0}", NameOf(to[0]));
        else
            await sender.PressNamingAsync("Send to {0} providers", $"{to.Length}");
        await sender.SeesAsync(ReferralLabels.Of(ReferralStatus.Sent));
        return sender.Address.Split('/')[^1].Split('?')[0];
    }

    /// <summary>Opened and accepted for now, on the page that shows the facts.</summary>
    public async Task<Person> AcceptAsync(Provider provider, string number)
    {
        var caseworker = await AsAsync(provider.Caseworker);
        await caseworker.GoAsync($"/referrals/{number}");
        if (await caseworker.CountAsync("form[action$='/open']") > 0)
            await caseworker.PressAsync("Open the referral");
        await caseworker.PressAsync("Accept: the person can come now");
        return caseworker;
    }
}
