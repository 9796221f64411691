using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace TipSom.Journeys.Browsing;

/// <summary>
/// Tab, arrows, Space and Enter, nothing else. At every stop on the way the focus must have moved, and must be seen; a page that does not
/// let go of the focus fails.
/// </summary>
public sealed class Keys(IPage page) : Hands
{
    private const int MostStops = 200;

    // Answers what holds the focus now, and what is wrong with it.
    private const string Look =
        """
        () => {
          const stop = document.activeElement;
          const last = window.lastStop;
          window.lastStop = stop;
          if (!stop || stop === document.body) return { name: 'body', problem: null };
          const name = `${stop.tagName.toLowerCase()}#${stop.id} "${(stop.innerText || stop.getAttribute('aria-label') || stop.value || '').trim().slice(0, 40)}"`;
          const style = getComputedStyle(stop), box = stop.getBoundingClientRect();
          const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          // Hours, minutes and the calendar of one field are stops of their own, marked by the browser.
          if (stop === last && ['time', 'date'].includes(stop.type)) return { name, problem: null };
          const problem = stop === last ? 'the focus did not move' : !ringed ? 'the focus is not marked' : !inSight ? 'the focus is out of sight' : null;
          return { name, problem };
        }
        """;

    public override async Task WriteAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        if (await field.GetAttributeAsync("type") == "time")
            await TypeTimeAsync(field, text);
        else
        {
            await page.Keyboard.PressAsync("ControlOrMeta+a");
            await page.Keyboard.TypeAsync(text);
        }
    }

    public override async Task MarkAsync(ILocator option)
    {
        if (await option.GetAttributeAsync("type") != "radio")
        {
            await ReachAsync(option);
            if (!await option.IsCheckedAsync())
                await page.Keyboard.PressAsync("Space");
            return;
        }

        // Tab stops once for the whole group; arrows walk inside it and mark as they go.
        await ReachAsync(option, "(stop, target) => stop.type === 'radio' && stop.name === target.name");
        var most = await option.EvaluateAsync<int>("e => document.getElementsByName(e.name).length");
        for (var i = 0; i < most && !await HasFocusAsync(option); i++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await HasFocusAsync(option), "Arrow keys do not reach the answer.");
        if (!await option.IsCheckedAsync())
            await page.Keyboard.PressAsync("Space");
    }

    public override async Task ClearAsync(ILocator option)
    {
        await ReachAsync(option);
        if (await option.IsCheckedAsync())
            await page.Keyboard.PressAsync("Space");
    }

    public override async Task PickAsync(ILocator select, string value)
    {
        await ReachAsync(select);
        await page.Keyboard.PressAsync("Home");
        var most = await select.EvaluateAsync<int>("e => e.options.length");
        for (var i = 0; i < most && await select.InputValueAsync() != value; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await select.InputValueAsync());
    }

    public override async Task PressAsync(ILocator target)
    {
        await ReachAsync(target);
        await page.Keyboard.PressAsync("Enter");
    }

    // The browser, not the page, decides whether it counts to 12 or to 24.
    private async Task TypeTimeAsync(ILocator field, string text)
    {
        var time = TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
        await page.Keyboard.TypeAsync(time.ToString("hhmmtt", CultureInfo.InvariantCulture));
        Assert.Equal(text, await field.InputValueAsync());
    }

    private static Task<bool> HasFocusAsync(ILocator target) => target.EvaluateAsync<bool>("e => e === document.activeElement");

    private async Task ReachAsync(ILocator target, string reached = "(stop, target) => stop === target")
    {
        var way = new List<string>();
        while (!await target.EvaluateAsync<bool>($"target => ({reached})(document.activeElement, target)"))
        {
            Assert.True(way.Count < MostStops, $"{page.Url}: Tab does not reach {target}; it stopped at {string.Join(", ", way.Distinct())}");
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<JsonElement>(Look);
            var (name, problem) = (stop.GetProperty("name").GetString()!, stop.GetProperty("problem").GetString());
            Assert.True(problem is null, $"{page.Url}: at {name} {problem}");
            way.Add(name);
        }
    }
}
