namespace TipSom.Web.Plots;

/// <summary>
/// The colours and patterns of plots, each told from the others without colour. In a page the classes take the colours of the style sheet,
/// which knows dark screens; a picture that stands alone is on white and keeps these.
/// </summary>
public static class Ink
{
    public const string Text = "#17211c";
    public const string Soft = "#4c5a53";
    public const string Line = "#717e77";
    public const string Paper = "#fff";

    public const int Count = 6;

    /// <summary>The colours, at least 3:1 against white.</summary>
    public static IReadOnlyList<string> Colours { get; } = ["#0f6b4f", "#1d4f7c", "#a3541a", "#6b3fa0", "#4c5a53", "#a3201a"];

    /// <summary>What is cut out of each colour, in a tile of 8 by 8: nothing, lines one way, dots, lines the other way, dashes, a grid.</summary>
    public static IReadOnlyList<string?> Cuts { get; } =
        [null, "M-2 2l4 -4M0 8l8 -8M6 10l4 -4", "M2 2h.01M6 6h.01", "M-2 6l4 4M0 0l8 8M6 -2l4 4", "M0 2h5M4 6h4M0 6h1", "M0 4h8M4 0v8"];

    /// <summary>How lines are broken, each its own way.</summary>
    public static IReadOnlyList<string?> Dashes { get; } = [null, "7 4", "2 4", "10 3 2 3", "4 4", "12 4"];

    /// <summary>System colours where somebody chose their own; and letters.</summary>
    public const string Style = """
        text { font-family: "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Naskh Arabic UI", "Noto Naskh Arabic", Tahoma, Arial, sans-serif }
        @media (forced-colors: active) {
          .plot-paper, .plot-cut-fill { fill: Canvas } .plot-cut { stroke: Canvas } .plot-text, .plot-soft { fill: CanvasText }
          .plot-fill { fill: CanvasText } .plot-stroke, .plot-line { stroke: CanvasText }
        }
        """;
}
