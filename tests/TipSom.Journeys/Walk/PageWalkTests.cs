using TipSom.Domain.Identity;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;

namespace TipSom.Journeys.Walk;

public sealed class PagesOfEverybodyTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_pages_before_sign_in_and_those_of_managers_and_administrators() =>
        WalkAsync(visit => visit.Reader is not (Role.Officer or Role.Caseworker) && !PagesOfOverseersTests.Oversees(visit));
}

public sealed class PagesOfOverseersTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_pages_of_those_who_watch_over_referrals() => WalkAsync(Oversees);

    internal static bool Oversees(Visit visit) => visit.Reader is Role.Supervisor or Role.NationalCoordinator;
}

public sealed class PagesOfCasesTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_pages_of_an_officer_about_a_case() =>
        WalkAsync(visit => visit.Reader == Role.Officer && IsOfACase(visit) && !PagesOfPeopleTests.IsOfAPerson(visit));

    internal static bool IsOfACase(Visit visit) => visit.Route.StartsWith("/cases", StringComparison.Ordinal);
}

public sealed class PagesOfPeopleTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_pages_of_an_officer_about_a_person() => WalkAsync(visit => visit.Reader == Role.Officer && IsOfAPerson(visit));

    internal static bool IsOfAPerson(Visit visit) => visit.Route.StartsWith("/cases/{number}/people/{position", StringComparison.Ordinal);
}

public sealed class PagesOfOfficersTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_other_pages_of_an_officer() =>
        WalkAsync(visit => visit.Reader == Role.Officer && !PagesOfCasesTests.IsOfACase(visit));
}

public sealed class PagesOfProvidersTests(PostgresServer server, Chromium chromium) : PageWalk(server, chromium)
{
    [Fact]
    public Task Nothing_is_wrong_with_the_pages_of_a_provider() => WalkAsync(visit => visit.Reader == Role.Caseworker);
}

public sealed class VisitsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // These hand out a file, which a browser keeps and does not show.
    private static readonly string[] Files = ["/board/csv", "/import/template", "/admin/users/import/template", "/import/{id:guid}/left-out", "/returns/upload/template", "/figures/{number}.json", "/figures/{number}/{table}.csv"];

    [Fact]
    public async Task Every_page_is_looked_at()
    {
        await using var site = new Site(database);
        var walked = Visits.All.Select(v => v.Route).ToHashSet();
        Assert.Equal([], site.Routes.Except(walked).Except(Files));
        Assert.Equal([], walked.Except(site.Routes));
    }
}
