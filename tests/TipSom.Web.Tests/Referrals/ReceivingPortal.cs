using System.Net;
using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Referrals;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Referrals;

/// <summary>A police station, a shelter it may refer to, another shelter, and a browser for each: shared by the tests of one class.</summary>
public sealed class ReceivingPortal(PostgresServer server) : IAsyncLifetime
{
    private Portal portal = null!;

    public TestDatabase Database { get; } = new(server);

    public World World { get; private set; } = null!;

    public Portal Portal => portal;

    public Force Police { get; private set; } = null!;

    public Provider Shelter { get; private set; } = null!;

    public Provider Other { get; private set; } = null!;

    public PortalBrowser Caseworker { get; private set; } = null!;

    /// <summary>The manager of the same shelter.</summary>
    public PortalBrowser Colleague { get; private set; } = null!;

    public PortalBrowser Officer { get; private set; } = null!;

    /// <summary>A caseworker of the other shelter.</summary>
    public PortalBrowser Stranger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        World = new World(Database);
        portal = new Portal(Database);
        Police = await World.PoliceAsync();
        Shelter = await World.ProviderAsync();
        Other = await World.ProviderAsync();
        await World.AgreementAsync(Police, Shelter);
        Caseworker = await portal.BrowserOfAsync(Shelter.Caseworker);
        Colleague = await portal.BrowserOfAsync(Shelter.Manager);
        Officer = await portal.BrowserOfAsync(Police.Officer);
        Stranger = await portal.BrowserOfAsync(Other.Caseworker);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await World.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A new referral to the shelter, or to another one, brought to a state by the people's own acts.</summary>
    public Task<Referral> ReferralAsync(ReferralStatus status, Provider? to = null) => World.ReferralAsync(status, Police, to ?? Shelter);

    /// <summary>The referral as both sides read it now, with its steps.</summary>
    public Task<Referral> NowAsync(Referral referral) => World.AsAsync(Police.Officer, (_, db) =>
        db.Referrals.AsNoTracking().Include(r => r.Events).SingleAsync(r => r.Id == referral.Id));

    /// <summary>Posts to an address without having been given its form.</summary>
    public static async Task<HttpStatusCode> PostBlindAsync(PortalBrowser browser, string url)
    {
        var token = (await browser.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await browser.Client.PostAsync(
            url,
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["__once"] = Guid.CreateVersion7().ToString() }),
            TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public static string Place(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString ?? $"no redirect but {(int)answer.StatusCode}";

    /// <summary>An acceptance with everything written down.</summary>
    public static (string Name, string Value)[] Acceptance { get; } =
    [
        ("Input.When", "Now"), ("Input.MeetsWho", "Bano Doorcanary"), ("Input.Phone", "042-5555555"), ("Input.Place", "ProvidersPlace"),
        ("Input.Directions", "Lanecanary 7")
    ];
}
