namespace TipSom.Web.Pages.Victims;

/// <summary>One line of what is to be recorded about a person.</summary>
/// <param name="Label">What; key of its translation.</param>
/// <param name="Act">The page where it is done, below the person's own address.</param>
/// <param name="Status">How far it is; key of its translation.</param>
/// <param name="Kind">The look of the status, as <c>ts-task</c> has it.</param>
/// <param name="Hint">What helps to decide; key of its translation.</param>
public sealed record PersonTask(string Label, string Act, string Status, string Kind, string? Hint = null);
