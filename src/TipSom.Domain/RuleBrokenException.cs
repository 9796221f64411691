using System.Globalization;

namespace TipSom.Domain;

/// <summary>The one way the domain refuses: a plain sentence the person can act on.</summary>
/// <param name="sentence">English sentence, also the key of its translation; may hold {0} placeholders.</param>
/// <param name="arguments">Values for the placeholders; never a personal datum of a victim.</param>
public sealed class RuleBrokenException(string sentence, params object[] arguments)
    : Exception(arguments.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, arguments))
{
    /// <summary>The untranslated sentence, with placeholders.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>Values for the placeholders, formatted by whoever shows the sentence.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
