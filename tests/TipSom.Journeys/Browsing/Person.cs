using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TipSom.Data.Identity;
using TipSom.TestSupport;

namespace TipSom.Journeys.Browsing;

/// <summary>
/// Somebody of the <see cref="World"/> at a browser. Finds everything by the words on the page, in the reader's language, as a person
/// does: labels, questions, buttons, links.
/// </summary>
public sealed class Person(Window window, User user, Hands hands)
{
    public Window Window => window;

    public User User => user;

    private IPage Page => window.Page;

    private ILocator Main => Page.Locator("main");

    public string Say(string key, params object[] arguments) => window.Look.Say(key, arguments);

    public async Task SignInAsync()
    {
        await GoAsync("/account/sign-in");
        await WriteAsync("User name", user.UserName!);
        await WriteAsync("Password", World.Password);
        await PressAsync("Sign in");
        await GiveCodeAsync();
        Assert.DoesNotContain("/account/sign-in", Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Shows anew who it is, on the page that asks.</summary>
    public async Task ProveAsync()
    {
        await WriteAsync("Password", World.Password);
        await GiveCodeAsync();
    }

    /// <summary>Gives the code that the page asks for, from the card that everybody of the world has.</summary>
    public async Task GiveCodeAsync()
    {
        var number = Regex.Match(await ReadAsync("label[for='Second_With']"), "[0-9]+").Value;
        await WriteAsync("Code", World.CodeOf(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
        await PressAsync("Continue");
    }

    /// <summary>Whether every page this person comes to is searched for a known identity, which must not be there.</summary>
    public bool MayReadNobody { get; init; }

    /// <summary>Pages come to since somebody set it to nought.</summary>
    public int Pages { get; set; }

    public async Task<IResponse> GoAsync(string path)
    {
        var answer = await window.GoAsync(path);
        await ArriveAsync();
        return answer;
    }

    /// <summary>Follows a link of the main part, or of the main navigation.</summary>
    public Task FollowAsync(string text, params object[] arguments) => LeaveByAsync(Page.Locator("main, nav")
        .GetByRole(AriaRole.Link, new() { Name = Say(text, arguments), Exact = true }).First);

    /// <summary>Follows a link that holds this text, such as a number, which is the same in every language.</summary>
    public Task FollowTextAsync(string text) => LeaveByAsync(Main.GetByRole(AriaRole.Link, new() { NameRegex = new(Regex.Escape(text)) }).First);

    /// <summary>Follows the first link of the main part that the selector names; for links whose words are data, such as a name.</summary>
    public Task FollowBySelectorAsync(string selector) => LeaveByAsync(Main.Locator(selector).First);

    /// <summary>Presses a button of the main part.</summary>
    public Task PressAsync(string text) => LeaveByAsync(Main.GetByRole(AriaRole.Button, new() { Name = Say(text), Exact = true }).First);

    /// <summary>Presses the button, or follows the link, that begins with this text and goes on with a name or a number.</summary>
    public Task PressAsync(string text, string goesOn) => LeaveByAsync(Main
        .GetByRole(AriaRole.Button).Or(Main.GetByRole(AriaRole.Link))
        .Filter(new() { HasTextRegex = new($@"^\s*{Regex.Escape(Say(text))}\s*{Regex.Escape(goesOn)}\s*$") }).First);

    /// <summary>Presses the button whose text names somebody.</summary>
    public Task PressNamingAsync(string text, string name) =>
        LeaveByAsync(Main.GetByRole(AriaRole.Button, new() { Name = Say(text, name), Exact = true }).First);

    /// <summary>Presses the first button, or follows the first link, that begins with this text.</summary>
    public Task PressBeginningAsync(string text) => LeaveByAsync(Main
        .GetByRole(AriaRole.Button).Or(Main.GetByRole(AriaRole.Link)).Filter(new() { HasTextRegex = new($@"^\s*{Regex.Escape(Say(text))}") }).First);

    /// <summary>Signs out with the button at the head of the page.</summary>
    public Task SignOutAsync() => LeaveByAsync(Page.Locator("header").GetByRole(AriaRole.Button, new() { Name = Say("Sign out"), Exact = true }));

    public Task WriteAsync(string label, string text) => hands.WriteAsync(Field(Main, label), text);

    /// <summary>Picks the entry with this value.</summary>
    public Task PickAsync(string label, string value) => hands.PickAsync(Field(Main, label), value);

    /// <summary>Marks one answer of a question.</summary>
    public Task ChooseAsync(string question, string answer) => hands.MarkAsync(Field(Question(question), answer));

    /// <summary>Marks a check box that stands for itself.</summary>
    public Task TickAsync(string label, params object[] arguments) => hands.MarkAsync(Field(Main, label, arguments));

    /// <summary>Takes the mark off a check box that stands for itself.</summary>
    public Task UntickAsync(string label) => hands.ClearAsync(Field(Main, label));

    /// <summary>Marks the answer with this value of the question posted under this name; for answers that are data, such as providers.</summary>
    public Task ChooseValueAsync(string name, string value) => hands.MarkAsync(Main.Locator($"input[name='{name}'][value='{value}']"));

    public Task<string> ReadAsync() => window.MainTextAsync();

    /// <summary>The text of the part the selector names, spaces folded.</summary>
    public async Task<string> ReadAsync(string selector) => Window.Fold(await Main.Locator(selector).First.InnerTextAsync());

    /// <summary>The text of every part the selector names, spaces folded.</summary>
    public async Task<IReadOnlyList<string>> ReadAllAsync(string selector) => [.. (await Main.Locator(selector).AllInnerTextsAsync()).Select(Window.Fold)];

    /// <summary>The values marked of the question posted under this name.</summary>
    public async Task<IReadOnlyList<string>> MarkedAsync(string name) =>
        await Main.Locator($"input[name='{name}']:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(b => b.value)");

    /// <summary>Where the links of the main part lead to, under an address.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(string under) =>
        await Main.Locator($"a[href^='{under}']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href').split('#')[0]))]");

    /// <summary>Asks for a page without going there.</summary>
    public Task<IAPIResponse> AskAsync(string path) => window.Context.APIRequest.GetAsync(path);

    public Task<string> ValueAsync(string label) => Field(Main, label).InputValueAsync();

    /// <summary>Path and query of the page.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public Task<int> CountAsync(string selector) => Main.Locator(selector).CountAsync();

    /// <summary>Fails unless the main part says this, in the reader's language.</summary>
    public async Task SeesAsync(string text, params object[] arguments) => Assert.Contains(Say(text, arguments), await ReadAsync(), StringComparison.Ordinal);

    /// <summary>Fails unless the main part holds this very text.</summary>
    public async Task SeesTextAsync(string text) => Assert.Contains(text, await ReadAsync(), StringComparison.Ordinal);

    /// <summary>Fails if anything of a known identity, or of the account of what happened, is in the source of the page.</summary>
    public async Task SeesNoIdentityAsync() => Secrets.AssertNotIn([await Page.ContentAsync()]);

    private async Task LeaveByAsync(ILocator target)
    {
        var before = Page.Url;
        await window.LeaveAsync(() => hands.PressAsync(target));
        Assert.True(await Main.CountAsync() == 1, $"{before} led to {Page.Url}, which has no main part.");
        await ArriveAsync();
    }

    private async Task ArriveAsync()
    {
        Pages++;
        if (MayReadNobody)
            await SeesNoIdentityAsync();
    }

    private ILocator Question(string question) => Main.GetByRole(AriaRole.Group, new() { NameRegex = Whole(question) }).First;

    private ILocator Field(ILocator inside, string label, params object[] arguments) => inside.GetByLabel(Whole(label, arguments)).First;

    // A label may go on with "(optional)".
    private Regex Whole(string label, params object[] arguments) => new($@"^\s*{Regex.Escape(Say(label, arguments))}\s*(\({Regex.Escape(Say("optional"))}\)\s*)?$");
}
