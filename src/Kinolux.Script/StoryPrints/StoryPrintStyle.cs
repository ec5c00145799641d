namespace Kinolux.Script.StoryPrints;

/// <summary>Colours and type of a StoryPrint that stands alone, for a white page. Settings have colours that colour-blind eyes tell apart, after Okabe and Ito, paled.</summary>
internal static class StoryPrintStyle
{
    public const string Sheet = """
        .storyprint { font-family: system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK JP", sans-serif }
        .ground { fill: #fff } .hit { fill: transparent } .track { fill: none; stroke: #e2e2e2; stroke-width: 1 }
        .head { font-size: 24px; fill: #1b1b1b } .name { font-size: 14px; fill: #1b1b1b } .number { font-size: 10px; fill: #5a5a5a } .ring-number { display: none }
        .legend { font-size: 13px; fill: #1b1b1b } .soft { fill: #5a5a5a }
        .place { stroke: #fff; stroke-width: .6 } .presence { stroke: none } .silent { opacity: .55 }
        .day { fill: #f0c948 } .night { fill: #2f4470 } .between { fill: #c9805e }
        .inside { fill: #777 } .outside { fill: #cfcfcf } .inside-and-out { fill: #a3a3a3 }
        .hatch-ground { fill: #d4d4d4 } .hatch { fill: #8d8d8d }
        .p0 { fill: #7fb2d9 } .p1 { fill: #e8b55a } .p2 { fill: #66b89c } .p3 { fill: #d98d6a } .p4 { fill: #c79ab8 } .p5 { fill: #a9cfe8 } .p6 { fill: #d9cf6b } .p7 { fill: #8c93b8 } .p-other { fill: #dadada }
        .changed { fill: #9a9a9a } .only-first { fill: #7b3294 } .only-second { fill: #00783c } .outline { fill: none; stroke-width: 1.6 } .outline.only-first { stroke: #7b3294 } .outline.only-second { stroke: #00783c }
        .zero { fill: none; stroke: #c8c8c8; stroke-dasharray: 2 4 } .arc { fill: none; stroke: #1b1b1b; stroke-width: 2; stroke-linejoin: round } .a1 { stroke-dasharray: 5 3; stroke: #00783c }
        .spread { fill: none; stroke: #8d8d8d; stroke-width: 2 } .tick { fill: #1b1b1b }
        """;
}
