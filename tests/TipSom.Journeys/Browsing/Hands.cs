using Microsoft.Playwright;

namespace TipSom.Journeys.Browsing;

/// <summary>How a person works a page. The same journey is walked with a mouse and by keyboard alone.</summary>
public abstract class Hands
{
    public abstract Task WriteAsync(ILocator field, string text);

    /// <summary>Marks a radio button or a check box.</summary>
    public abstract Task MarkAsync(ILocator option);

    public abstract Task PickAsync(ILocator select, string option);

    /// <summary>Works a button or a link.</summary>
    public abstract Task PressAsync(ILocator target);
}

/// <summary>A mouse, or a finger on a phone.</summary>
public sealed class Pointer : Hands
{
    public override Task WriteAsync(ILocator field, string text) => field.FillAsync(text);

    public override Task MarkAsync(ILocator option) => option.CheckAsync();

    public override Task PickAsync(ILocator select, string option) => select.SelectOptionAsync(new SelectOptionValue { Label = option });

    public override Task PressAsync(ILocator target) => target.ClickAsync();
}
