using Microsoft.Playwright;

namespace TipSom.Journeys.Browsing;

/// <summary>One browser window with one page, and what went through it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly List<string> addresses = [];
    private readonly List<string> titles = [];
    private readonly List<string> complaints = [];

    public Window(IBrowserContext context, IPage page, Look look)
    {
        (Context, Page, Look) = (context, page, look);
        context.Request += (_, request) =>
        {
            lock (addresses)
                addresses.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // A page answered with 4xx is reported here too, and is often what a test asks for.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
                complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Look Look { get; }

    /// <summary>Every address the browser asked for: pages, style, script and whatever else.</summary>
    public IReadOnlyList<string> Addresses
    {
        get
        {
            lock (addresses)
                return [.. addresses];
        }
    }

    /// <summary>What the browser itself complained of: script errors, and whatever the content policy stopped.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The title of every page that was looked at.</summary>
    public IReadOnlyList<string> Titles => titles;

    public async Task<IResponse> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");
        titles.Add(await Page.TitleAsync());
        return answer;
    }

    /// <summary>Does what leads to another page, or to the same one answered anew, and waits until that is there.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnArrival(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += OnArrival;
        try
        {
            await act();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Nothing led on from {Page.Url}: {string.Join(' ', complaints)} {await MainTextAsync()}");
        }
        finally
        {
            Page.DOMContentLoaded -= OnArrival;
        }

        titles.Add(await Page.TitleAsync());
    }

    /// <summary>The text of the main part, spaces folded.</summary>
    public async Task<string> MainTextAsync() => Fold(await Page.Locator("main").InnerTextAsync());

    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
