using TipSom.Data.Identity;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Journey;

/// <summary>People of one world at one portal, each at a browser opened when it is needed, and what must hold whatever they do there.</summary>
internal abstract class Road(World world, Chromium chromium, Site site, Look look) : IAsyncDisposable
{
    private readonly Dictionary<Guid, Person> people = [];

    public World World => world;

    protected Look Look => look;

    /// <summary>Somebody at a browser, signed in.</summary>
    public async Task<Person> AsAsync(User user)
    {
        if (people.TryGetValue(user.Id, out var there))
            return there;
        var window = await chromium.OpenAsync(site, LookOf(user));
        var person = new Person(window, user, HandsAt(window)) { MayReadNobody = MayReadNobody(user) };
        await person.SignInAsync();
        return people[user.Id] = person;
    }

    protected virtual Look LookOf(User user) => look;

    protected virtual Hands HandsAt(Window window) => new Pointer();

    protected virtual bool MayReadNobody(User user) => false;

    /// <summary>Whatever the road: the browsers had nothing to complain of, and no address, title or log line names the person.</summary>
    public void End()
    {
        foreach (var window in people.Values.Select(p => p.Window))
        {
            Assert.Empty(window.Complaints);
            Secrets.AssertNotIn(window.Addresses.Select(Uri.UnescapeDataString));
            Secrets.AssertNotIn(window.Titles);
        }

        Secrets.AssertNotIn(site.Log.Lines);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values)
            await person.Window.DisposeAsync();
        await site.DisposeAsync();
        await world.DisposeAsync();
    }
}
