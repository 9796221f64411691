using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TipSom.Web.Localisation;

namespace TipSom.Web.Tests.Shell;

public sealed partial class LanguageTests(SharedShell shared) : IClassFixture<SharedShell>
{
    private readonly ShellHost host = shared.Host;

    [Fact]
    public async Task Urdu_is_asked_for_in_the_address_and_kept()
    {
        using var browser = host.Browser("en-PK");

        var asked = await (await browser.Get(Pages.Components + "?culture=ur-PK")).Html();
        var next = await (await browser.Get(Pages.Components)).Html();

        Assert.Equal(("ur-PK", "rtl"), (asked.DocumentElement.GetAttribute("lang"), asked.DocumentElement.GetAttribute("dir")));
        Assert.Equal("ur-PK", next.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_language_switch_returns_to_the_same_page_with_its_query()
    {
        using var browser = host.Browser("en-PK");
        var page = await (await browser.Get(Pages.Components + "?culture=en-PK&errors=true")).Html();
        var back = page.ValueOf("input[name=ReturnUrl]");

        var answer = await browser.Post("/language", ("Culture", "ur-PK"), ("ReturnUrl", back));
        var after = await (await browser.Get(answer.Headers.Location!.ToString())).Html();

        Assert.Equal(Pages.Components + "?errors=true", answer.Headers.Location!.ToString());
        Assert.Equal("ur-PK", after.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/¿'\"(")]
    [InlineData("/cases\r\nSet-Cookie: a=b")]
    public async Task The_language_switch_never_leaves_the_portal(string elsewhere)
    {
        var answer = await host.Browser().Post("/language", ("Culture", "ur-PK"), ("ReturnUrl", elsewhere));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_browser_s_own_language_counts_when_nothing_was_chosen()
    {
        var page = await (await host.Browser("ur-PK").Get("/no/such/page")).Html();

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("یہ صفحہ یہاں نہیں ہے", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Urdu_letters_are_not_written_as_entities()
    {
        var source = await (await host.Browser().Get(Pages.Components + "?culture=ur-PK")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("ریفرل", source);
        Assert.DoesNotContain("&#x6", source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_urdu_page_holds_no_english_sentence()
    {
        var page = await (await host.Browser().Get(Pages.Components + "?culture=ur-PK&errors=true")).Html();
        foreach (var foreign in page.QuerySelectorAll("[lang=en], bdi, script"))
            foreign.Remove();

        Assert.DoesNotMatch(@"[A-Za-z]{2,} [A-Za-z]{2,}", page.Body!.TextContent);
    }

    [Fact]
    public async Task Identifiers_in_an_urdu_page_run_left_to_right()
    {
        var page = await (await host.Browser().Get(Pages.Components + "?culture=ur-PK")).Html();
        var inside = page.QuerySelectorAll("bdi[dir=ltr]").Select(e => e.TextContent).ToList();
        foreach (var isolated in page.QuerySelectorAll("bdi"))
            isolated.Remove();

        Assert.Contains("91202-1234567-1", inside);
        Assert.DoesNotMatch(@"[0-9+]-[0-9]", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public void Every_sentence_of_the_views_has_its_urdu()
    {
        var views = Directory.EnumerateFiles(Path.Combine(Sources.Web, "Pages"), "*.cshtml", SearchOption.AllDirectories).ToList();
        var keys = views.SelectMany(view => Key().Matches(File.ReadAllText(view)).Select(match => (match.Groups[1].Value, view))).ToList();

        Assert.True(keys.Count > 40);
        AssertNone(keys.Where(key => Untranslated(key.Value)).Select(key => $"{key.Value} ({Path.GetFileName(key.view)})"));
    }

    [Fact]
    public void Every_sentence_of_the_portal_s_code_has_its_urdu()
    {
        string[] folders = ["Binding", "Filters", "Localisation", "TagHelpers", "Navigation", "Pages", "Plots", "Downloads", "Exports", "Security", "Telling"];
        var keys = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources.Web, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => CodeKey().Matches(File.ReadAllText(file)).Select(match => Regex.Unescape(match.Groups[1].Value)))
            .Distinct().ToList();

        Assert.Contains("This answer is needed.", keys);
        Assert.Contains("You can't open this", keys);
        AssertNone(keys.Where(Untranslated));
    }

    [Fact]
    public void A_sentence_without_urdu_is_noticed()
    {
        Assert.True(Untranslated("A sentence nobody translated"));
        Assert.False(Untranslated("Try again"));
    }

    [Fact]
    public void Translations_keep_the_places_of_their_values_and_agree_between_files()
    {
        AssertNone(Translations.Conflicts);
        Assert.DoesNotContain(Translations.Urdu, t => Places(t.Key) != Places(t.Value));
        // One from each file: the parts are merged.
        Assert.True(Translations.Urdu.ContainsKey("Sign out") && Translations.Urdu.ContainsKey("Components"));
    }

    [Theory]
    [InlineData("en-PK", "9 March 2026, 14:05", "2 h ago", "in 3 days")]
    [InlineData("ur-PK", "9 مارچ 2026، 14:05", "2 گھنٹے پہلے", "3 دن میں")]
    public void Moments_are_told_in_words_in_pakistan_s_time_with_latin_digits(string culture, string moment, string gone, string coming)
    {
        var now = new DateTimeOffset(2026, 3, 9, 9, 5, 0, TimeSpan.Zero);
        var time = new PortalTime(new Frozen(now), host.Services.GetRequiredService<IStringLocalizer<Ui>>());
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Find(culture)!;

        Assert.Equal(moment, PortalTime.Moment(now));
        Assert.Equal(gone, time.Relative(now.AddHours(-2)));
        Assert.Equal(coming, time.Relative(now.AddDays(3)));
        Assert.Equal("-5", (-5).ToString(CultureInfo.CurrentCulture));
    }

    // The framework's own messages cut a list short; whoever must translate wants all of it.
    private static void AssertNone(IEnumerable<string> missing)
    {
        var lines = string.Join('\n', missing);
        Assert.True(lines.Length == 0, lines);
    }

    private bool Untranslated(string key)
    {
        CultureInfo.CurrentUICulture = Cultures.Urdu;
        return host.Services.GetRequiredService<IStringLocalizer<Ui>>()[key].ResourceNotFound;
    }

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex("T\\[\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Key();

    // texts["…"], ErrorMessage = "…", the arms of a switch that returns sentences, and new("Label", "/…").
    [GeneratedRegex("""(?:texts\[|Texts\[|ErrorMessage = |=> \(?|(?<==> \("[^"]*", )|new\((?="[^"]*", "/))"((?:[A-Z{]|\\")(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex CodeKey();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    private sealed class Frozen(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
