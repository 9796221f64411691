using TipSom.Journeys.Browsing;

namespace TipSom.Journeys.Walk;

/// <summary>That the checks of the walk find what they are there to find.</summary>
public sealed class ChecksTests(Chromium chromium)
{
    private const string Poor =
        """
        <html lang="ur-PK" dir="rtl"><head><title>کیس</title></head><body><main><h1>کیس</h1>
        <input name="a"><p lang="en" style="color:#bbb;background:#fff">Faint</p>
        <p>Somebody forgot this</p><p>فون 0300-1234567</p><p><bdi dir="ltr">0300-1234567</bdi></p>
        <button style="outline:none">پہلا</button></main></body></html>
        """;

    [Fact]
    public async Task Axe_reports_a_missing_label_and_a_faint_text()
    {
        await using var window = await chromium.OpenAsync(null, new Look(Look.Urdu));
        await Axe.BringAsync(window.Context);
        await window.Page.GotoAsync("about:blank");
        await window.Page.SetContentAsync(Poor);
        var found = await Axe.ViolationsAsync(window.Page);
        Assert.Contains(found, violation => violation.StartsWith("label ", StringComparison.Ordinal));
        Assert.Contains(found, violation => violation.StartsWith("color-contrast ", StringComparison.Ordinal));
        Assert.Equal(
            found.Where(violation => violation.StartsWith("color-contrast ", StringComparison.Ordinal)),
            await Axe.ViolationsAsync(window.Page, coloursOnly: true));
    }

    [Fact]
    public async Task Urdu_is_searched_for_English_and_for_digits_that_would_turn_round()
    {
        await using var window = await chromium.OpenAsync(null, new Look(Look.Urdu));
        await window.Page.SetContentAsync(Poor);
        var found = await UrduText.ProblemsAsync(window.Page);
        Assert.Equal(2, found.Count);
        Assert.Contains("Somebody forgot this", found[0], StringComparison.Ordinal);
        Assert.Contains("0300-1234567", found[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_stop_where_the_focus_is_not_marked()
    {
        await using var window = await chromium.OpenAsync(null, new Look());
        await window.Page.SetContentAsync(Poor);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => new Keys(window.Page).PressAsync(window.Page.Locator("button")));
        Assert.Contains("the focus is not marked", failure.Message, StringComparison.Ordinal);
    }
}
