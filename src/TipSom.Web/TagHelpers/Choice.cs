namespace TipSom.Web.TagHelpers;

/// <summary>One answer of radios, check boxes or a select; texts are already in the reader's language, or somebody's own words.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null, bool IsOwnWords = false);
