using System.Globalization;
using System.Xml.Linq;
using TipSom.Web.Tables;

namespace TipSom.Web.Plots;

/// <summary>At which side of its place a text stands.</summary>
public enum Side
{
    Start,
    Middle,
    End
}

/// <summary>
/// A picture being drawn, from the top down. Places count from the side where reading starts, so that Urdu is mirrored by itself. Only
/// classes and presentation attributes: the policy of the pages forbids styles within them.
/// </summary>
/// <param name="name">What the ids within it begin with; no two plots of a page have the same.</param>
/// <param name="rightToLeft">Whether it is read from the right.</param>
public sealed class Drawing(string name, bool rightToLeft)
{
    /// <summary>Units from side to side. On the narrowest screen a unit is four fifths of a pixel, so letters stay above eleven.</summary>
    public const double Width = 360;

    public const double Letters = 14;
    public const double SmallLetters = 12;

    /// <summary>From one line of letters to the next; Urdu letters reach farther up and down.</summary>
    public const double LineHeight = 19;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Wide for most letters: a line rather breaks early than runs out of the picture.
    private const double LetterWidth = 0.58;

    private readonly List<XElement> shapes = [];
    private readonly SortedSet<int> inks = [];

    /// <summary>How far down it has come.</summary>
    public double Y { get; set; }

    public static double WidthOf(string text, double letters = Letters) => text.Length * letters * LetterWidth;

    /// <summary>A bar, with the figure that it stands for.</summary>
    public void Bar(double x, double y, double width, double height, int ink, decimal value) => shapes.Add(new XElement(Svg + "rect",
        new XAttribute("class", $"plot-mark plot-stroke plot-ink-{ink + 1}"), Place("x", Left(x, width)), Place("y", y), Place("width", width), Place("height", height),
        new XAttribute("fill", $"url(#{PatternId(ink)})"), new XAttribute("stroke", Ink.Colours[ink % Ink.Count]), Value(value)));

    /// <summary>A piece of a legend.</summary>
    public void Swatch(double x, double y, int ink) => shapes.Add(new XElement(Svg + "rect",
        new XAttribute("class", $"plot-stroke plot-ink-{ink + 1}"), Place("x", Left(x, 14)), Place("y", y), Place("width", 14), Place("height", 14),
        new XAttribute("fill", $"url(#{PatternId(ink)})"), new XAttribute("stroke", Ink.Colours[ink % Ink.Count])));

    /// <summary>A line through places that follow each other; broken as its ink says.</summary>
    public void Path(IReadOnlyList<(double X, double Y)> places, int ink) => shapes.Add(new XElement(Svg + "path",
        new XAttribute("class", $"plot-path plot-stroke plot-ink-{ink + 1}"),
        new XAttribute("d", string.Concat(places.Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{Written(Left(p.X))} {Written(p.Y)}"))),
        new XAttribute("fill", "none"), new XAttribute("stroke", Ink.Colours[ink % Ink.Count]), new XAttribute("stroke-width", "2.5"),
        Ink.Dashes[ink % Ink.Count] is { } dashes ? new XAttribute("stroke-dasharray", dashes) : null));

    /// <summary>A point: round, square, or a triangle. Without a figure it is a piece of a legend.</summary>
    public void Point(double x, double y, int ink, decimal? value = null)
    {
        var at = Left(x);
        const double r = 4;
        var d = (ink % 3) switch
        {
            0 => $"M{Written(at - r)} {Written(y)}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 -{2 * r} 0z",
            1 => $"M{Written(at - r)} {Written(y - r)}h{2 * r}v{2 * r}h-{2 * r}z",
            _ => $"M{Written(at)} {Written(y - 5)}l5 9h-10z"
        };
        shapes.Add(new XElement(Svg + "path",
            new XAttribute("class", $"{(value is null ? "" : "plot-mark ")}plot-fill plot-ink-{ink + 1}"), new XAttribute("d", d),
            new XAttribute("fill", Ink.Colours[ink % Ink.Count]), value is { } given ? Value(given) : null));
    }

    /// <summary>A thin line of a scale, from place to place.</summary>
    public void Rule(double x1, double y1, double x2, double y2) => shapes.Add(new XElement(Svg + "path",
        new XAttribute("class", "plot-line"), new XAttribute("d", $"M{Written(Left(x1))} {Written(y1)}L{Written(Left(x2))} {Written(y2)}"),
        new XAttribute("fill", "none"), new XAttribute("stroke", Ink.Line)));

    /// <summary>An empty frame, where there is nothing to fill it.</summary>
    public void Frame(double x, double y, double width, double height) => shapes.Add(new XElement(Svg + "rect",
        new XAttribute("class", "plot-line"), Place("x", Left(x, width)), Place("y", y), Place("width", width), Place("height", height),
        new XAttribute("fill", "none"), new XAttribute("stroke", Ink.Line)));

    /// <summary>A figure: left to right, at the side of its place that is said.</summary>
    public void Number(double x, double y, string text, Side side, double letters = Letters, bool bold = true) => shapes.Add(new XElement(Svg + "text",
        new XAttribute("class", "plot-text"), Place("x", Left(x)), Place("y", y), new XAttribute("direction", "ltr"), new XAttribute("dir", "ltr"),
        Anchor(rightToLeft ? Opposite(side) : side), Place("font-size", letters), bold ? new XAttribute("font-weight", "600") : null,
        new XAttribute("fill", Ink.Text), FigureText.Clean(text)));

    /// <summary>Words on one line.</summary>
    public void Words(double x, double y, string text, Side side = Side.Start, double letters = Letters, bool soft = false)
    {
        var line = new XElement(Svg + "text",
            new XAttribute("class", soft ? "plot-soft" : "plot-text"), Place("x", Left(x)), Place("y", y), Anchor(side), Place("font-size", letters),
            new XAttribute("fill", soft ? Ink.Soft : Ink.Text));
        foreach (var (piece, isLeftToRight) in Bidi.Pieces(FigureText.Clean(text)))
            line.Add(isLeftToRight && rightToLeft
                ? new XElement(Svg + "tspan", new XAttribute("direction", "ltr"), new XAttribute("dir", "ltr"), new XAttribute("unicode-bidi", "isolate"), piece)
                : new XText(piece));
        shapes.Add(line);
    }

    /// <summary>Words from <see cref="Y"/> down, broken into as many lines as they need; nothing is cut off. How many lines there were.</summary>
    public int Lines(double x, double width, string text, Side side = Side.Start, double letters = Letters, bool soft = false)
    {
        var lines = Broken(text, width, letters);
        foreach (var (i, line) in lines.Index())
            Words(x, Y + ((i + 1) * LineHeight) - 5, line, side, letters, soft);
        Y += lines.Count * LineHeight;
        return lines.Count;
    }

    /// <summary>The text in lines of at most this width.</summary>
    public static IReadOnlyList<string> Broken(string text, double width, double letters)
    {
        var most = Math.Max(1, (int)(width / (letters * LetterWidth)));
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length <= most)
            {
                line += " " + word;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            // A word longer than a line.
            var pieces = word.Chunk(most).Select(p => new string(p)).ToList();
            lines.AddRange(pieces.SkipLast(1));
            line = pieces[^1];
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The whole picture.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="description">Its main figures.</param>
    /// <param name="language">Language of its words.</param>
    /// <param name="isAlone">Whether it is a file of its own: on white, with its own size and letters.</param>
    public XElement Finish(string title, string description, string language, bool isAlone)
    {
        var height = Math.Ceiling(Y);
        const double margin = 12;
        var (outer, top) = isAlone ? (margin, 3 * LineHeight) : (0, 0);
        var box = FormattableString.Invariant($"{-outer} {-top} {Width + (2 * outer)} {height + top + outer}");
        return new XElement(Svg + "svg",
            new XAttribute("class", "plot"), new XAttribute("viewBox", box),
            isAlone ? new[] { Place("width", 2 * (Width + (2 * outer))), Place("height", 2 * (height + top + outer)) } : null,
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{name}-title {name}-desc"), new XAttribute("lang", language),
            new XAttribute("direction", rightToLeft ? "rtl" : "ltr"),
            new XElement(Svg + "title", new XAttribute("id", $"{name}-title"), FigureText.Clean(title)),
            new XElement(Svg + "desc", new XAttribute("id", $"{name}-desc"), FigureText.Clean(description)),
            isAlone ? new XElement(Svg + "style", Ink.Style) : null,
            inks.Count > 0 ? new XElement(Svg + "defs", inks.ToList().Select(Pattern)) : null,
            isAlone ? new XElement(Svg + "rect", new XAttribute("class", "plot-paper"), Place("x", -outer), Place("y", -top),
                new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", Ink.Paper)) : null,
            isAlone ? Heading(title) : null,
            shapes);
    }

    // Only a file of its own needs the title as a line: in a page it stands over the picture.
    private List<XElement> Heading(string title)
    {
        var head = new Drawing(name, rightToLeft);
        foreach (var (i, line) in Broken(title, Width, Letters + 1).Take(2).Index())
            head.Words(0, (i * LineHeight) - (2 * LineHeight), line, letters: Letters + 1);
        return head.shapes;
    }

    private XElement Pattern(int ink) => new(Svg + "pattern",
        new XAttribute("id", PatternId(ink)), Place("width", 8), Place("height", 8), new XAttribute("patternUnits", "userSpaceOnUse"),
        new XElement(Svg + "rect", new XAttribute("class", $"plot-fill plot-ink-{ink + 1}"), Place("width", 8), Place("height", 8), new XAttribute("fill", Ink.Colours[ink % Ink.Count])),
        Ink.Cuts[ink % Ink.Count] is { } cut
            ? new XElement(Svg + "path", new XAttribute("class", "plot-cut"), new XAttribute("d", cut), new XAttribute("fill", "none"),
                new XAttribute("stroke", Ink.Paper), new XAttribute("stroke-width", cut.Contains(".01", StringComparison.Ordinal) ? "2.6" : "1.6"), new XAttribute("stroke-linecap", "round"))
            : null);

    private string PatternId(int ink)
    {
        inks.Add(ink % Ink.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{name}-ink-{(ink % Ink.Count) + 1}");
    }

    private double Left(double x, double width = 0) => rightToLeft ? Width - x - width : x;

    private static Side Opposite(Side side) => side switch
    {
        Side.Start => Side.End,
        Side.Middle => Side.Middle,
        Side.End => Side.Start
    };

    private static XAttribute Anchor(Side side) => new("text-anchor", side switch
    {
        Side.Start => "start",
        Side.Middle => "middle",
        Side.End => "end"
    });

    private static XAttribute Value(decimal value) => new("data-value", value.ToString(CultureInfo.InvariantCulture));

    private static XAttribute Place(string attribute, double value) => new(attribute, Written(value));

    private static string Written(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
