using Microsoft.Playwright;

namespace TipSom.Journeys.Browsing;

/// <summary>How a person works a page. The same journey is walked with a mouse and by keyboard alone.</summary>
public abstract class Hands
{
    public abstract Task WriteAsync(ILocator field, string text);

    /// <summary>Marks a radio button or a check box.</summary>
    public abstract Task MarkAsync(ILocator option);

    /// <summary>Takes the mark off a check box.</summary>
    public abstract Task ClearAsync(ILocator option);

    /// <summary>Picks the entry with this value; two entries may bear the same words.</summary>
    public abstract Task PickAsync(ILocator select, string value);

    /// <summary>Works a button or a link.</summary>
    public abstract Task PressAsync(ILocator target);
}

/// <summary>A mouse, or a finger on a phone.</summary>
public sealed class Pointer : Hands
{
    public override Task WriteAsync(ILocator field, string text) => field.FillAsync(text);

    public override Task MarkAsync(ILocator option) => option.CheckAsync();

    public override Task ClearAsync(ILocator option) => option.UncheckAsync();

    public override Task PickAsync(ILocator select, string value) => select.SelectOptionAsync(new SelectOptionValue { Value = value });

    public override Task PressAsync(ILocator target) => target.ClickAsync();
}
