using Microsoft.Playwright;
using TipSom.Domain.Identity;

namespace TipSom.Journeys.Walk;

/// <summary>What the form in the main part of a page needs.</summary>
public enum Asks
{
    /// <summary>There is no posting form.</summary>
    Nothing,

    /// <summary>Answers: posted empty, it is refused and says what is missing.</summary>
    Answers,

    /// <summary>Nothing but the button: posting it does the act, so a walk does not.</summary>
    OnlyAPress
}

/// <summary>One look at one page: the route it stands for, who looks, at which address, and what its form needs.</summary>
/// <param name="Reader">Null: nobody has signed in.</param>
/// <param name="IsSenior">The reader is the supervisor of the station whose records the scene holds, not one who has just begun.</param>
/// <param name="Then">Fills the form in and presses, where the page then shows more without anything having happened to a record.</param>
public sealed record Visit(
    string Route, Role? Reader, Func<Scene, string> Address, Asks Asks = Asks.Nothing, int Status = 200, Func<IPage, Task>? Then = null,
    bool IsSenior = false);
