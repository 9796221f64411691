using System.Security.Claims;
using TipSom.Domain.Identity;
using TipSom.TestSupport;
using TipSom.Web.Navigation;

namespace TipSom.Web.Tests.Shell;

public sealed class SignedInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly NavigationItem Inbox = new("Inbox", "/inbox", Permission.ReadInbox);
    private static readonly NavigationItem Board = new("Board", "/board", Permission.ReadBoard);

    private static readonly string User = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task The_header_names_the_agency_in_the_reader_s_language_and_offers_to_sign_out()
    {
        using var host = Host(("agency_name", "Lahore Police"), ("agency_name_ur", "لاہور پولیس"));

        var english = await (await host.Browser("en-PK").Get(Pages.Components)).Html();
        var urdu = await (await host.Browser("ur-PK").Get(Pages.Components)).Html();

        Assert.Equal("Lahore Police", english.QuerySelector(".agency bdi")!.TextContent);
        Assert.Equal("لاہور پولیس", urdu.QuerySelector(".agency bdi")!.TextContent);
        Assert.NotNull(english.QuerySelector("form[method=post][action='/account/sign-out'] input[name=__RequestVerificationToken]"));
        Assert.Contains("Every page you open about a person is recorded.", english.QuerySelector("footer")!.TextContent);
    }

    [Fact]
    public async Task Signed_out_there_is_no_navigation_and_no_sign_out()
    {
        using var host = new ShellHost(database);

        var page = await (await host.Browser("en-PK").Get(Pages.Components)).Html();

        Assert.Null(page.QuerySelector("nav.main-nav"));
        Assert.Null(page.QuerySelector("form[action='/account/sign-out']"));
        Assert.DoesNotContain("recorded", page.QuerySelector("footer")!.TextContent);
    }

    [Fact]
    public async Task The_saved_language_beats_the_last_user_s_cookie_and_an_own_switch_beats_both()
    {
        using var host = Host(("culture", "ur-PK"));
        using var browser = host.Browser("en-PK");

        // The cookie a signed-out visitor left on this computer.
        browser.DefaultRequestHeaders.Add("Cookie", "tipsom-language=en-PK.");
        var saved = await (await browser.Get(Pages.Components)).Html();
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"tipsom-language=en-PK.{User}");
        var switched = await (await browser.Get(Pages.Components)).Html();

        Assert.Equal("ur-PK", saved.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en-PK", switched.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_log_says_which_user_and_agency_asked()
    {
        using var host = Host(("agency", "agency-7"));

        await host.Browser().Get(Pages.Components);

        Assert.Contains(host.Log.Lines, line => line.Contains($"user {User}, agency agency-7,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/cases/TS-2026-7K3Q9X", "/cases")]
    [InlineData("/casesandmore", null)]
    [InlineData("/account", null)]
    [InlineData("/returns/TN-2026-7K3Q9X", "/returns", Role.Officer)]
    [InlineData("/returns/TN-2026-7K3Q9X", "/statistics")]
    public void The_navigation_marks_where_one_is(string path, string? item, Role role = Role.Supervisor) =>
        Assert.Equal(item, MainNavigation.Current(MainNavigation.For(InRole(role)), path)?.Url);

    [Fact]
    public void An_item_is_shown_to_those_who_may_open_it()
    {
        Assert.Equal(["Inbox"], MainNavigation.For(InRole(Role.Caseworker), [Inbox, Board]).Select(item => item.Label));
        Assert.Equal(["Board"], MainNavigation.For(InRole(Role.NationalCoordinator), [Inbox, Board]).Select(item => item.Label));
        Assert.Empty(MainNavigation.For(new ClaimsPrincipal(new ClaimsIdentity()), [Inbox, Board]));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Nobody_has_more_than_seven_items(Role role) => Assert.InRange(MainNavigation.For(InRole(role)).Count(), 1, 7);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private static ClaimsPrincipal InRole(Role role) => new(new ClaimsIdentity([new(ClaimTypes.Role, role.ToString())], "test"));

    private ShellHost Host(params (string Type, string Value)[] claims) => new(database)
    {
        User = [new(ClaimTypes.NameIdentifier, User), .. claims.Select(claim => new Claim(claim.Type, claim.Value))],
    };
}
